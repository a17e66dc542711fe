\version "2.7.40"
\header {
	composer = "Mira Söl"
	crossRefNumber = "1"
	footnotes = ""
	tagline = "Lily was here 2.24.1 -- automatically converted from ABC"
	title = "Evening at the Harbour"
}
wordsdefaultVA = \lyricmode {
Nets in the wa- ter and coins in the sand 
}
voicedefault =  {
\set Score.measureBarType = ""

% abc-2.1
 \time 4/4 \tempo  4=96
 \key g \major   \repeat volta 2 {   g'4    b'4    d''4    b'4    \bar "|"   
c''4    a'4    fis'4    d'4    \bar "|"   g'4    b'4    d''4    g''4    
\bar "|"   fis''4    d''4    g'2    }   
}

\score{
    <<

	\context Staff="default"
	{
	    \voicedefault 
	}

	\addlyrics {
 \wordsdefaultVA } 
    >>
	\layout {
	}
	\midi {}
}

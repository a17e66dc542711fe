% Lily was here -- automatically converted by midi2ly from ../abc2midi.mid
\version "2.14.0"

\layout {
  \context {
    \Voice
    \remove Note_heads_engraver
    \consists Completion_heads_engraver
    \remove Rest_engraver
    \consists Completion_rest_engraver
  }
}

trackAchannelA = {


  \key g \major
    \skip 4*1/480 
  % [TEXT_EVENT] @KMIDI KARAOKE FILE
  
  \set Staff.instrumentName = "Evening at the Harbour"
  
  % [TEXT_EVENT] @IEvening at the Harbour
  
  % [TEXT_EVENT] @IMira S~~l
  
  % [TEXT_EVENT] note track
  
  \tempo 4 = 96 
  

  \key g \major
  
  \time 4/4 
  \skip 4*15385/480 
}

trackA = <<
  \context Voice = voiceA \trackAchannelA
>>


trackBchannelA = {
  
  % [TEXT_EVENT] notes/lyric track
  \skip 4*1/480 
  % [TEXT_EVENT] /Nets
  \skip 4 
  % [TEXT_EVENT]  in
  \skip 4 
  % [TEXT_EVENT]  the
  \skip 4 
  % [TEXT_EVENT]  wa
  \skip 4 
  % [TEXT_EVENT] ter
  \skip 4 
  % [TEXT_EVENT]  and
  \skip 4 
  % [TEXT_EVENT]  coins
  \skip 4 
  % [TEXT_EVENT]  in
  \skip 4 
  | % 3
  
  % [TEXT_EVENT]  the
  \skip 4 
  % [TEXT_EVENT]  sand
  \skip 4*11065/480 
}

trackBchannelB = \relative c {
  r4*1/480 g''4*479/480 r4*1/480 b4*479/480 r4*1/480 d4*479/480 
  r4*1/480 b4*479/480 
  | % 2
  r4*1/480 c4*479/480 r4*1/480 a4*479/480 r4*1/480 fis4*479/480 
  r4*1/480 d4*479/480 
  | % 3
  r4*1/480 g4*479/480 r4*1/480 b4*479/480 r4*1/480 d4*479/480 
  r4*1/480 g4*479/480 
  | % 4
  r4*1/480 fis4*479/480 r4*1/480 d4*479/480 r4*1/480 g,4*959/480 
  | % 5
  r4*1/480 g4*479/480 r4*1/480 b4*479/480 r4*1/480 d4*479/480 
  r4*1/480 b4*479/480 
  | % 6
  r4*1/480 c4*479/480 r4*1/480 a4*479/480 r4*1/480 fis4*479/480 
  r4*1/480 d4*479/480 
  | % 7
  r4*1/480 g4*479/480 r4*1/480 b4*479/480 r4*1/480 d4*479/480 
  r4*1/480 g4*479/480 
  | % 8
  r4*1/480 fis4*479/480 r4*1/480 d4*479/480 r4*1/480 g,4*959/480 
  | % 9
  
}

trackB = <<
  \context Voice = voiceA \trackBchannelA
  \context Voice = voiceB \trackBchannelB
>>


\score {
  <<
    \context Staff=trackB \trackA
    \context Staff=trackB \trackB
  >>
  \layout {}
  \midi {}
}

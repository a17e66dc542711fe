\version "2.24.1"
% automatically converted by musicxml2ly from ../music21-rights.musicxml
\pointAndClickOff

\header {
    title =  Evening
    subtitle =  Evening
    copyright =  "© 2024 Mira Söl"
    composer =  "Mira Söl"
    encodingsoftware =  "music21 v.10.5.1"
    encodingdate =  "2026-11-22"
    }

#(set-global-staff-size 20.0)
\paper {
    
    }
\layout {
    \context { \Score
        autoBeaming = ##f
        }
    }
PartPThreefTwobFourTwoaEightEightSevenThreefefbOneFourfcThreeThreeOneEightFourFourZerocfSevenFouraThreeVoiceOne = 
\relative g' {
    \clef "treble" \numericTimeSignature\time 4/4 | % 1
    g4 b4 d4 b4 \bar "|."
    }


% The score definition
\score {
    <<
        
        \new Staff
        <<
            
            \context Staff << 
                \mergeDifferentlyDottedOn\mergeDifferentlyHeadedOn
                \context Voice = "PartPThreefTwobFourTwoaEightEightSevenThreefefbOneFourfcThreeThreeOneEightFourFourZerocfSevenFouraThreeVoiceOne" {  \PartPThreefTwobFourTwoaEightEightSevenThreefefbOneFourfcThreeThreeOneEightFourFourZerocfSevenFouraThreeVoiceOne }
                >>
            >>
        
        >>
    \layout {}
    % To create MIDI output, uncomment the following line:
    %  \midi {\tempo 4 = 100 }
    }


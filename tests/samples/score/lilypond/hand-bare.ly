\version "2.24.0"
\header {
  title = "Evening at the Harbour"
  composer = "Mira Söl"
}
\score {
  \new Staff \relative c'' { \time 4/4 \tempo 4 = 96 g4 b d b c a fis d g b d g fis d g,2 }
  \layout { }
  \midi { }
}

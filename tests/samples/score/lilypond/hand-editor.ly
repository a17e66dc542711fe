% -*- coding: utf-8 -*-
% for Ana
% tdm-reservation: 0
\version "2.24.0"
{ c4 d e f }
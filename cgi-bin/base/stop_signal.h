/// stop_signal.h - lets a program that works in rounds end between two of them.
#pragma once

/// From now on SIGTERM and SIGINT are noted instead of ending the program.
void catch_stop_signals();

/// True once one of them came.
bool stop_wanted();

/// Sleeps; a signal ends the pause early.
void pause_for(int seconds);

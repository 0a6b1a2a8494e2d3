package himalia.kernel.debugger;

import com.sun.jdi.ThreadReference;

/**
 * One thread that stands still.
 *
 * @param thread the thread
 * @param reason why, in the words of the protocol: breakpoint, step, exception, pause
 * @param text what is known beyond that; empty where nothing is
 * @param byEvent whether an event stopped it; only then can it be made to call methods
 */
record Stop(ThreadReference thread, String reason, String text, boolean byEvent) {}

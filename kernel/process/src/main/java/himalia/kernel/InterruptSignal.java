package himalia.kernel;

import sun.misc.Signal;

/**
 * Takes SIGINT for a press of the interrupt button. Front ends send {@code interrupt_request}, as the kernel spec asks
 * them to; a terminal sends the signal to all its processes, and a JVM would end of it.
 */
final class InterruptSignal {
    private InterruptSignal() {}

    /** Calls back at each SIGINT from now on. */
    static void listen(Runnable interrupt) {
        try {
            Signal.handle(new Signal("INT"), signal -> interrupt.run());
        } catch (IllegalArgumentException e) {
            // The user's -Xrs keeps signals from the JVM.
            System.getLogger("himalia.kernel")
                    .log(System.Logger.Level.DEBUG, "SIGINT will end this process", e);
        }
    }
}

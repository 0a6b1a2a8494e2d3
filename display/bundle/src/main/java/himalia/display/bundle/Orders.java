package himalia.display.bundle;

/** Tells an order to end the cell, which is thrown into its thread, from a failure of what runs there. */
final class Orders {
    private Orders() {}

    /** Throws {@code thrown} on if it is such an order: an error of the kernel's own, or what {@code Thread.stop} throws. */
    static void obey(Throwable thrown) {
        if (thrown instanceof Error order) {
            var name = order.getClass().getName();
            // By name: JDKs to come do without the class.
            if (name.startsWith("himalia.worker.") || name.equals("java.lang.ThreadDeath")) {
                throw order;
            }
        }
    }
}

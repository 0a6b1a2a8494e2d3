package himalia.training;

import ai.djl.engine.Engine;

/** Starts PyTorch when it is first needed: quietly, and without asking any network. */
final class Engines {
    private Engines() {}

    /**
     * Returns PyTorch's engine; the first call on a machine unpacks its natives into the folder that the property or
     * variable {@code DJL_CACHE_DIR} names, or the user's home.
     */
    static synchronized Engine pytorch() {
        unlessSet("ai.djl.offline", "true");
        unlessSet("OPT_OUT_TRACKING", "true");
        return Engine.getEngine("PyTorch");
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }
}

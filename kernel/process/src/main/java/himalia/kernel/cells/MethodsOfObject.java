package himalia.kernel.cells;

import java.util.Set;

/** The names of the methods that every class has from Object. */
public final class MethodsOfObject {
    private static final Set<String> NAMES =
            Set.of(
                    "clone",
                    "equals",
                    "finalize",
                    "getClass",
                    "hashCode",
                    "notify",
                    "notifyAll",
                    "toString",
                    "wait");

    private MethodsOfObject() {}

    /** Returns whether one of them is called so. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }
}

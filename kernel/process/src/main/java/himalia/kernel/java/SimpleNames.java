package himalia.kernel.java;

import java.util.regex.Pattern;

/** Signatures as people write them: types without their packages. */
public final class SimpleNames {
    /** A package begins small, a type large; a method's own type stands before it with a dot and stays. */
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

    private SimpleNames() {}

    /** Returns a text of the compiler's without the packages before types. */
    public static String in(String signature) {
        return PACKAGE.matcher(signature).replaceAll("");
    }
}

package himalia.kernel.help;

import java.util.regex.Pattern;

/** Signatures as people write them: types without their packages. */
final class SimpleNames {
    /** A package begins small, a type large; a method's own type stands before it with a dot and stays. */
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    private SimpleNames() {}

    static String in(String signature) {
        return PACKAGE.matcher(signature).replaceAll("");
    }
}

package himalia.kernel.help;

import java.util.Optional;
import java.util.regex.Pattern;

/** A member of objects that is named by their type, as in {@code String::length}: JShell knows it of an object, {@code ((String) null).length}. */
final class ByType {
    private static final String TYPE =
            "(?<![\\w.$)\\]])((?:[a-z]\\w*\\.)*[A-Z]\\w*(?:\\.[A-Z]\\w*)*(?:<[^(){};=]*>)?(?:\\[\\])*"
                    + "|(?:int|long|double|float|boolean|char|byte|short)(?:\\[\\])+)";

    private static final Pattern MEMBER = Pattern.compile(TYPE + "\\s*(?:\\.|::)\\s*(\\w*)\\z");

    private static final Pattern REFERENCE = Pattern.compile(TYPE + "\\s*::\\z");

    private ByType() {}

    /** Returns code that ends with the member of an object; nothing where code does not end with one of a type. */
    static Optional<String> ofObject(String code) {
        var named = MEMBER.matcher(code);
        return named.find()
                ? Optional.of(
                        code.substring(0, named.start()) + object(named.group(1)) + named.group(2))
                : Optional.empty();
    }

    /** Returns the type before the colons that code ends with; nothing where a value stands there. */
    static Optional<String> referred(String code) {
        var named = REFERENCE.matcher(code);
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /** Returns an object of a type, and the dot behind it. */
    static String object(String type) {
        return "((%s) null).".formatted(type);
    }
}

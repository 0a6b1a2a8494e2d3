package himalia.javac;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the compiler has to say against a source.
 *
 * @param code its name for it, such as {@code compiler.err.cant.resolve.location}
 * @param message in English
 * @param start where it begins, -1 where the compiler does not say
 * @param end where it ends
 * @param receiver the type in which a name was looked for, where it is about one
 */
public record Problem(
        String code, String message, long start, long end, Optional<Receiver> receiver) {
    private static final Pattern MISSING = Pattern.compile("class file for (\\S+) not found");

    /** One that is about no member of a type. */
    public Problem(String code, String message, long start, long end) {
        this(code, message, start, end, Optional.empty());
    }

    /** Returns the same at another place. */
    public Problem at(long newStart, long newEnd) {
        return new Problem(code, message, newStart, newEnd, receiver);
    }

    /** Returns where it begins in a source, which it may be beyond, or before. */
    public int startIn(String source) {
        return (int) Math.max(0, Math.min(start, source.length()));
    }

    /** Returns where it ends in a source, not before it begins. */
    public int endIn(String source) {
        return (int) Math.max(startIn(source), Math.min(end, source.length()));
    }

    /** Returns the class that another one is made of and that the class path lacks, where a message says so. */
    public static Optional<String> missingClass(String message) {
        var found = MISSING.matcher(message);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}

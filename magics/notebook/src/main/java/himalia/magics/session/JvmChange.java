package himalia.magics.session;

import himalia.magics.spi.MagicException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The options of a JVM that {@code %jvm} exchanges; each is said once. */
final class JvmChange {
    /** What stands before the size of the heap. */
    static final String HEAP = "-Xmx";

    /** Megabytes of a heap in which magics and the library run; in 24 the first table waited for ever. */
    private static final long LEAST = 48;

    private static final Pattern SIZE = Pattern.compile("-(?:Xmx|XX:MaxHeapSize=)(\\d+[kKmMgG]?)");

    private static final String DEBUGGER = "-Dhimalia.debugger=";

    private static final Pattern NAMED = Pattern.compile("^-(?:D|XX:)[^=]+=");

    /** Of these a JVM takes one. */
    private static final List<String> COLLECTORS =
            Stream.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon")
                    .map(name -> "-XX:+Use" + name + "GC")
                    .toList();

    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    void heap(String size) {
        if (!size.matches("\\d+[kKmMgG]")) {
            throw new MagicException(
                    "%jvm: --heap takes a size such as 512m or 8g, got '" + size + "'");
        }
        refuseSmall(size, "--heap " + size);
        removed.add(HEAP);
        added.add(HEAP + size);
    }

    /** In far less no magic runs any more, nor the one that would ask for more. */
    private static void refuseSmall(String size, String written) {
        var unit = "kmg".indexOf(Character.toLowerCase(size.charAt(size.length() - 1)));
        var number = unit < 0 ? size : size.substring(0, size.length() - 1);
        var bytes = new BigInteger(number).shiftLeft(10 * (unit + 1));
        if (bytes.compareTo(BigInteger.valueOf(LEAST << 20)) < 0) {
            throw new MagicException(
                    "%jvm: "
                            + written
                            + " is too little for magics and tables; a heap takes "
                            + LEAST
                            + "m at least");
        }
    }

    void debugger(String word) {
        removed.add(DEBUGGER);
        added.add(DEBUGGER + word);
    }

    /** Adds options of the JVM's own; what an option of ours has said already is refused. */
    void options(List<String> options) {
        for (var option : options) {
            var ours = added.stream().filter(each -> sameKind(each, option)).findFirst();
            if (ours.isPresent()) {
                throw new MagicException(
                        "%jvm: "
                                + ours.get()
                                        .replace(HEAP, "--heap ")
                                        .replace(DEBUGGER, "--debugger ")
                                + " and "
                                + option
                                + " say the same twice; write one of them");
            }
        }
        if (options.stream().anyMatch(option -> option.startsWith(HEAP))) {
            removed.add(HEAP);
        }
        options.stream()
                .map(SIZE::matcher)
                .filter(Matcher::matches)
                .reduce((earlier, later) -> later)
                .ifPresent(each -> refuseSmall(each.group(1), each.group()));
        if (options.stream().anyMatch(COLLECTORS::contains)) {
            removed.addAll(COLLECTORS);
        }
        // What was set before would stand beside it, and the last one counts.
        options.stream()
                .map(NAMED::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .forEach(removed::add);
        added.addAll(options);
    }

    private static boolean sameKind(String one, String other) {
        return List.of(HEAP, DEBUGGER).stream()
                .anyMatch(kind -> one.startsWith(kind) && other.startsWith(kind));
    }

    /** Returns what is asked of the kernel; nothing where no option changes. */
    Map<String, Object> question() {
        return added.isEmpty() ? Map.of() : Map.of("remove", removed, "options", added);
    }
}

package himalia.magics.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that runs the cells.
 *
 * @param java the program
 * @param options what it is started with
 * @param shown those of them that are shown: what the user has set, or all
 */
public record JvmReport(String java, List<String> options, List<String> shown) {
    public JvmReport {
        options = List.copyOf(options);
        shown = List.copyOf(shown);
    }

    /** Reads the kernel's answer. */
    static JvmReport of(@Nullable Object answer, boolean verbose) {
        if (!(answer instanceof Map<?, ?> now)) {
            return new JvmReport("unknown", List.of(), List.of());
        }
        var started = texts(now.get("options"));
        return new JvmReport(
                String.valueOf(now.get("java")),
                started,
                verbose ? started : withoutHeap(texts(now.get("set"))));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    /** The heap is told in words. */
    private static List<String> withoutHeap(List<String> set) {
        return set.stream().filter(option -> !option.startsWith(JvmChange.HEAP)).toList();
    }

    /** Returns the most memory it takes, as its option says, or as this one takes by default. */
    public String heap() {
        return options.stream()
                .filter(option -> option.startsWith(JvmChange.HEAP))
                .reduce((first, last) -> last)
                .map(option -> option.substring(JvmChange.HEAP.length()))
                .orElse((Runtime.getRuntime().maxMemory() >> 20) + "m, the JVM's own choice");
    }

    @Override
    public String toString() {
        var text = new StringBuilder(java + ", heap at most " + heap());
        if (!shown.isEmpty()) {
            text.append(", options:");
            shown.forEach(option -> text.append("\n  ").append(option));
        }
        return text.toString();
    }
}

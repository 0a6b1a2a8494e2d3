package himalia.magics.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that runs the cells.
 *
 * @param java the program
 * @param options what it is started with
 */
public record JvmReport(String java, List<String> options) {
    public JvmReport {
        options = List.copyOf(options);
    }

    /** Reads the kernel's answer. */
    static JvmReport of(@Nullable Object answer) {
        return answer instanceof Map<?, ?> now && now.get("options") instanceof List<?> started
                ? new JvmReport(
                        String.valueOf(now.get("java")),
                        started.stream().map(String::valueOf).toList())
                : new JvmReport("unknown", List.of());
    }

    /** Returns the most memory it takes, as its option says, or as this one takes by default. */
    public String heap() {
        return options.stream()
                .filter(option -> option.startsWith("-Xmx"))
                .reduce((first, last) -> last)
                .map(option -> option.substring("-Xmx".length()))
                .orElse((Runtime.getRuntime().maxMemory() >> 20) + "m, the JVM's own choice");
    }

    @Override
    public String toString() {
        return java + ", heap at most " + heap() + ", options:\n  " + String.join("\n  ", options);
    }
}

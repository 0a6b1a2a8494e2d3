package himalia.install.kernelspec;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a front end reads to start the kernel: the content of {@code kernel.json}.
 *
 * @param name the folder's name, by which notebooks ask for it
 * @param displayName what people see
 * @param argv the command line
 */
public record KernelSpec(String name, String displayName, List<String> argv) {
    /** The name that notebooks ask for where nobody chose another. */
    public static final String DEFAULT_NAME = "himalia";

    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

    public KernelSpec {
        argv = List.copyOf(argv);
        if (!NAME.matcher(name).matches() || name.chars().allMatch(c -> c == '.')) {
            throw new IllegalArgumentException(
                    "a kernel's name is made of a-z, 0-9, '.', '_' and '-', got '" + name + "'");
        }
    }

    /** Returns the spec of a kernel that runs on {@code command}'s JDK. */
    public static KernelSpec of(String name, KernelCommand command) {
        return new KernelSpec(
                name, "Java " + command.jdk().feature() + " (Himalia)", command.words());
    }

    private static Map<String, Object> metadata() {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("debugger", true);
        metadata.put("supported_encryption", List.of("curve"));
        return metadata;
    }

    /** Returns the text of {@code kernel.json}. */
    String json() {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", argv);
        spec.put("display_name", displayName);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("env", Map.of());
        spec.put("metadata", metadata());
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec)
                + "\n";
    }
}

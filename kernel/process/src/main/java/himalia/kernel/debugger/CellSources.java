package himalia.kernel.debugger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that front ends compute for the source of a cell, and the sources they were computed from. */
final class CellSources {
    static final long SEED = 0xc70f6907L;
    static final String SUFFIX = ".java";
    private static final int MOST = 5_000;

    /** JupyterLab says "Cell [7]" in place of a path only where it finds the name of IPython's kernel in it. */
    private final String prefix =
            System.getProperty("java.io.tmpdir")
                    + "/himalia/ipykernel_"
                    + ProcessHandle.current().pid()
                    + "/";

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Returns what stands before the hash. No file is written: front ends ask for the text with {@code source}. */
    String prefix() {
        return prefix;
    }

    /** Returns the name of a cell's source, and remembers the source. */
    synchronized String pathOf(String code) {
        var path = prefix + Murmur2.of(code, SEED) + SUFFIX;
        texts.put(path, code);
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
        return path;
    }

    /** Returns the source of a name that was given out. */
    synchronized Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }
}

package himalia.kernel.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes a class that is declared in other words another class, also where its class file would be the same: JShell compares
 * class files, where the kernel compares words.
 */
final class Reworded {
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "\\s*(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed)\\s+)*"
                            + "(?:class|record|interface|enum)\\s+(\\w+)");

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();

    /** Returns the snippet; a class that is declared otherwise than before has a method more, which says how often it was. */
    String of(String snippet) {
        var declaration = DECLARATION.matcher(snippet);
        int end = snippet.lastIndexOf('}');
        if (!declaration.lookingAt() || end < 0) {
            return snippet;
        }
        var name = declaration.group(1);
        var text = snippet.strip().replaceAll("\\s+", " ");
        var before = words.put(name, text);
        int time = times.getOrDefault(name, 0);
        if (before != null && !before.equals(text)) {
            times.put(name, ++time);
        }
        return time == 0
                ? snippet
                : snippet.substring(0, end)
                        + "; private void declared%d() {} ".formatted(time)
                        + snippet.substring(end);
    }
}

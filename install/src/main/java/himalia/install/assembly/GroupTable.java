package himalia.install.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which group each third-party jar comes with; the table itself is {@code groups.txt} beside this class. */
final class GroupTable {
    private final Map<String, List<Pattern>> patterns = new LinkedHashMap<>();

    private GroupTable() {}

    static GroupTable read() {
        try (var stream = GroupTable.class.getResourceAsStream("groups.txt")) {
            if (stream == null) {
                throw new IllegalStateException("groups.txt is missing beside " + GroupTable.class);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of {@code group: jar jar-*}; {@code #} begins a comment. */
    static GroupTable parse(String text) {
        var table = new GroupTable();
        for (var line : text.lines().toList()) {
            var content = line.replaceFirst("#.*", "").strip();
            if (content.isEmpty()) {
                continue;
            }
            var colon = content.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "groups.txt: expected 'group: jar jar', got '" + line + "'");
            }
            var names =
                    table.patterns.computeIfAbsent(
                            content.substring(0, colon), g -> new ArrayList<>());
            for (var word : content.substring(colon + 1).strip().split("\\s+", -1)) {
                names.add(Pattern.compile(word.replace(".", "\\.").replace("*", ".*")));
            }
        }
        return table;
    }

    /** Returns the groups of a jar, the one that owns its packages first; its own name where the table has none. */
    List<String> groups(String artifact) {
        var found = new ArrayList<String>();
        patterns.forEach(
                (group, names) -> {
                    if (names.stream().anyMatch(name -> name.matcher(artifact).matches())) {
                        found.add(group);
                    }
                });
        return found.isEmpty() ? List.of(artifact) : found;
    }
}

package himalia.magics.libraries;

import himalia.magics.spi.CurrentNotebook;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %maven} did.
 *
 * @param coordinates what was asked for
 * @param added the artifacts that are on the class path now and were not before
 * @param notes what the user should know, such as a version that was there already
 */
public record MavenReport(List<String> coordinates, List<String> added, List<String> notes) {
    public MavenReport {
        coordinates = List.copyOf(coordinates);
        added = List.copyOf(added);
        notes = List.copyOf(notes);
    }

    /** Reads the kernel's answer, and tells who wants to know that libraries have come. */
    static MavenReport of(List<String> asked, @Nullable Object answer) {
        CurrentNotebook.classPathChanged();
        return answer instanceof Map<?, ?> map
                ? new MavenReport(asked, texts(map.get("added")), texts(map.get("notes")))
                : new MavenReport(asked, List.of(), List.of());
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(head());
        if (added.size() > 1) {
            added.forEach(one -> text.append("\n  ").append(one));
        }
        notes.forEach(note -> text.append('\n').append(note));
        return text.toString();
    }

    private String head() {
        if (added.isEmpty()) {
            return notes.isEmpty()
                    ? "nothing to add: " + String.join(", ", coordinates) + " was there already"
                    : "nothing was added";
        }
        return added.size() == 1
                ? "added " + added.get(0)
                : "added " + added.size() + " artifacts:";
    }
}

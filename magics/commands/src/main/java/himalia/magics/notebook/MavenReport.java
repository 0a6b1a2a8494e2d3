package himalia.magics.notebook;

import java.util.List;

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

    @Override
    public String toString() {
        var text =
                new StringBuilder(
                        added.isEmpty()
                                ? "nothing to add: "
                                        + String.join(", ", coordinates)
                                        + " was there already"
                                : added.size() == 1
                                        ? "added " + added.get(0)
                                        : "added " + added.size() + " artifacts:");
        if (added.size() > 1) {
            added.forEach(one -> text.append("\n  ").append(one));
        }
        notes.forEach(note -> text.append('\n').append(note));
        return text.toString();
    }
}

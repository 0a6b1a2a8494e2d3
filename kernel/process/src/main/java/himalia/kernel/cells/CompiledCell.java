package himalia.kernel.cells;

import himalia.javac.Surprise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cell, or a stretch of one, as one class, ready to be run.
 *
 * @param className its full name
 * @param files the class files: binary name to bytes
 * @param type the static type of its value, empty where it has none
 * @param lines where its lines come from
 * @param changes what it does to the names of the session
 * @param reset the variables that start anew because their type did
 * @param notes what else a person should know of it
 * @param surprises what in it runs and surprises
 * @param steps its parts in their order
 */
public record CompiledCell(
        String className,
        Map<String, byte[]> files,
        String type,
        Lines lines,
        Changes changes,
        List<Reset> reset,
        List<Note> notes,
        Set<Surprise> surprises,
        List<Step> steps) {
    /** The method that runs it. */
    public static final String RUN = CellWriter.RUN;

    /** The field that says which part runs, counted from 0. */
    public static final String AT = CellWriter.AT;

    public CompiledCell {
        reset = List.copyOf(reset);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
    }

    /**
     * A variable that starts anew.
     *
     * @param owner the class that held it
     * @param cause what in its type means something else
     * @param root what that changed with, the same where it changed itself
     */
    public record Reset(String variable, String owner, String cause, String root) {}

    /**
     * What a person should know of a declaration.
     *
     * @param key that of the declaration; empty where it holds however the run ends
     * @param mayPass whether it is true only as long as the declaration waits
     */
    public record Note(String key, String text, boolean mayPass) {}

    /** A part that begins to run at a line of the class; the key of what it declares, else empty. */
    record Step(int line, String key) {}

    /** An import, the text behind the word, and which of the parts it is. */
    record Imported(String name, int part) {
        /** Returns those among some parts. */
        static List<Imported> in(List<Part> parts) {
            return IntStream.range(0, parts.size())
                    .filter(i -> parts.get(i) instanceof Part.Import)
                    .mapToObj(i -> new Imported(((Part.Import) parts.get(i)).name(), i))
                    .toList();
        }
    }

    /**
     * What a cell does to the names of the session.
     *
     * @param entries what its class holds
     * @param gone what was declared before and is no more
     * @param waiting what cannot be used yet
     * @param lacking entries that can be used but for some of their methods, by keys
     * @param imports what it imports for the cells to come
     * @param uses what each of the entries mentions of the others, by keys
     */
    record Changes(
            List<Entry> entries,
            List<Entry> gone,
            List<Waiting> waiting,
            Map<String, Stub> lacking,
            List<Imported> imports,
            Map<String, Set<String>> uses) {}

    /** Returns the same with more that a person should know. */
    CompiledCell with(List<String> more) {
        var added = more.stream().map(text -> new Note("", text, false));
        var all = Stream.concat(notes.stream(), added).toList();
        return new CompiledCell(
                className, files, type, lines, changes, reset, all, surprises, steps);
    }

    /** Returns whether it has a single part. */
    public boolean isOnePart() {
        return steps.size() == 1;
    }

    /** Returns whether all that it declares is declared before anything runs, so that its run may end where it will. */
    public boolean declaresFirst() {
        boolean runs = false;
        for (var step : steps) {
            if (runs && !step.key().isEmpty()) {
                return false;
            }
            runs |= step.key().isEmpty() || Entry.isVariable(step.key());
        }
        return true;
    }

    /** Returns the part that ran at a line of the class, -1 before the first. */
    public int stepAt(int line) {
        int at = -1;
        for (int i = 0; i < steps.size(); i++) {
            at = steps.get(i).line() <= line ? i : at;
        }
        return at;
    }

    /** Returns the name of the variable that a part declares. */
    public Optional<String> variableAt(int part) {
        return part < 0 || part >= steps.size()
                ? Optional.empty()
                : Optional.of(steps.get(part).key()).filter(Entry::isVariable).map(Entry::nameIn);
    }

    /** Returns the names of the variables that its lines declare, and of those whose place they use again. */
    public Stream<String> variables() {
        return names(Entry.Kind.VARIABLE);
    }

    /** Returns the names of the types that its lines declare. */
    public Stream<String> types() {
        return names(Entry.Kind.TYPE);
    }

    private Stream<String> names(Entry.Kind kind) {
        return steps.stream()
                .map(Step::key)
                .filter(key -> key.startsWith(kind + " "))
                .map(Entry::nameIn);
    }
}

package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a cell does to earlier declarations, in words. */
final class PlanNotes {
    private final Causes causes;
    private final List<Entry> anew;
    private final Predicate<Entry> returning;
    private final Function<Entry, String> shown;
    private final Map<Entry, String> broken;
    private final Collection<Entry> overwritten;
    private final Map<Entry, Stub> partly;
    private final Collection<Waiting> aside;
    private final Map<String, Stub> lacking;

    /**
     * @param causes why it does
     * @param anew what is compiled anew
     * @param returning what of that was not there, or not whole, and is so now
     * @param shown what each is called
     * @param broken what is no more, or waits, each with the compiler's words
     * @param overwritten that in whose place something else is
     * @param partly what is there but for some of its methods
     * @param aside what is declared and waits
     * @param lacking what is declared and is there but for some of its methods
     */
    PlanNotes(
            Causes causes,
            List<Entry> anew,
            Predicate<Entry> returning,
            Function<Entry, String> shown,
            Map<Entry, String> broken,
            Collection<Entry> overwritten,
            Map<Entry, Stub> partly,
            Collection<Waiting> aside,
            Map<String, Stub> lacking) {
        this.causes = causes;
        this.anew = anew;
        this.returning = returning;
        this.shown = shown;
        this.broken = broken;
        this.overwritten = overwritten;
        this.partly = partly;
        this.aside = aside;
        this.lacking = lacking;
    }

    /** Returns what is no more until it can be compiled again, variables as null then. */
    List<Entry> gone() {
        return Stream.concat(broken.keySet().stream(), overwritten.stream()).toList();
    }

    /** Returns what waits from now on. */
    List<Waiting> waiting() {
        var all = new ArrayList<>(aside);
        broken.forEach((entry, error) -> all.add(Waiting.broken(entry, causes.of(entry), error)));
        return all;
    }

    /** Returns the variables that start anew though the cell does not declare them. */
    List<CompiledCell.Reset> resets() {
        return anew.stream()
                .filter(entry -> entry.kind() == Entry.Kind.VARIABLE && !returning.test(entry))
                .map(
                        entry -> {
                            var cause = causes.of(entry);
                            var root = causes.root(entry);
                            return new CompiledCell.Reset(
                                    entry.name(),
                                    entry.owner(),
                                    Named.isOne(cause) ? root : cause,
                                    root);
                        })
                .toList();
    }

    /** Returns what a person should know of the others; {@code stateful} is what loses what it held statically. */
    List<CompiledCell.Note> words(Set<String> stateful) {
        var gone =
                broken.entrySet().stream()
                        .filter(each -> !Named.isOne(each.getKey().name()))
                        .map(each -> note(each.getKey(), gone(each.getKey(), each.getValue())));
        var less =
                partly.entrySet().stream()
                        .map(
                                each ->
                                        note(
                                                each.getKey(),
                                                partlyGone(each.getKey(), each.getValue())));
        var whole =
                aside.stream()
                        .map(each -> new CompiledCell.Note(each.entry().key(), each.text(), true));
        var fresh =
                anew.stream()
                        .filter(
                                entry ->
                                        stateful.contains(entry.key())
                                                && !Named.isOne(entry.name()))
                        .map(entry -> new CompiledCell.Note(entry.key(), fresh(entry), false));
        var without =
                lacking.entrySet().stream()
                        .map(
                                each ->
                                        new CompiledCell.Note(
                                                each.getKey(), each.getValue().text(), true));
        return Stream.of(gone, less, whole, without, fresh)
                .flatMap(each -> each)
                .map(
                        note ->
                                new CompiledCell.Note(
                                        note.key(), Named.inWords(note.text()), note.mayPass()))
                .toList();
    }

    private static CompiledCell.Note note(Entry entry, String text) {
        return new CompiledCell.Note(entry.key(), text, true);
    }

    private String gone(Entry entry, String error) {
        var cause = causes.of(entry);
        return entry.kind() == Entry.Kind.VARIABLE
                ? Waiting.goneVariable(entry, cause)
                : Waiting.gone(entry, shown.apply(entry), cause) + Waiting.inBrackets(error);
    }

    private String partlyGone(Entry entry, Stub stub) {
        var cause = causes.of(entry);
        return (entry.kind() == Entry.Kind.TYPE || !stub.isWhole()
                        ? Waiting.partlyGone(entry, cause)
                        : Waiting.gone(entry, shown.apply(entry), cause))
                + Waiting.inBrackets(stub.error());
    }

    private String fresh(Entry entry) {
        if (entry.kind() != Entry.Kind.TYPE) {
            return "%s is compiled anew, because %s: static fields of a type inside of it start anew."
                    .formatted(shown.apply(entry), reason(entry));
        }
        return entry.name()
                + " is a new class now, because "
                + reason(entry)
                + ": its static fields start anew.";
    }

    private String reason(Entry entry) {
        var root = causes.root(entry);
        if (root.equals(entry.name())) {
            return "what stands beside it in its cell uses what is private in it";
        }
        return root + (returning.test(entry) ? " fits it now" : " changed");
    }

    /** Returns what an earlier declaration waits for. */
    String until(Entry entry) {
        return Waiting.broken(entry, causes.of(entry), "").until();
    }
}

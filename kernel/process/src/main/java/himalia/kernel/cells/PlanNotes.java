package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a cell does to earlier declarations, in words. */
final class PlanNotes {
    private final Set<String> changed;
    private final List<Entry> anew;
    private final Collection<Entry> broken;
    private final Collection<Entry> overwritten;
    private final Collection<Entry> lost;
    private final Collection<Waiting> aside;
    private final Map<String, Stub> lacking;
    private final Function<Entry, Optional<Entry>> leader;

    /**
     * @param changed the names that mean something else, the likelier first
     * @param anew what is compiled anew
     * @param broken what is no more, or waits
     * @param overwritten that in whose place something else is
     * @param lost what is no more, or waits, and what is there but for some of its methods
     * @param aside what is declared and waits
     * @param lacking what is declared and is there but for some of its methods
     * @param leader what a type only goes along with
     */
    PlanNotes(
            Set<String> changed,
            List<Entry> anew,
            Collection<Entry> broken,
            Collection<Entry> overwritten,
            Collection<Entry> lost,
            Collection<Waiting> aside,
            Map<String, Stub> lacking,
            Function<Entry, Optional<Entry>> leader) {
        this.leader = leader;
        this.overwritten = overwritten;
        this.lost = lost;
        this.lacking = lacking;
        this.changed = changed;
        this.anew = anew;
        this.broken = broken;
        this.aside = aside;
    }

    /** Returns what is no more until it can be compiled again, variables as null then. */
    List<Entry> gone() {
        return Stream.concat(broken.stream(), overwritten.stream()).toList();
    }

    /** Returns what waits from now on. */
    List<Waiting> waiting() {
        var all = new ArrayList<>(aside);
        for (var entry : broken) {
            all.add(Waiting.broken(entry, causeOf(entry)));
        }
        return all;
    }

    /** Returns the variables that start anew though the cell does not declare them. */
    List<CompiledCell.Reset> resets() {
        return anew.stream()
                .filter(entry -> entry.kind() == Entry.Kind.VARIABLE)
                .map(
                        entry -> {
                            var cause = causeOf(entry);
                            var root = rootOf(cause);
                            return new CompiledCell.Reset(
                                    entry.name(),
                                    entry.owner(),
                                    Named.isOne(cause) ? root : cause,
                                    root);
                        })
                .toList();
    }

    /** Returns what something changed with: what is compiled anew has not changed itself. */
    private String rootOf(String cause) {
        return anew.stream()
                .filter(entry -> entry.name().equals(cause))
                .findFirst()
                .map(this::causeOf)
                .orElse(cause);
    }

    /** Returns what a person should know of the others; {@code stateful} are the types that lose what they held. */
    List<CompiledCell.Note> words(Set<String> stateful) {
        var gone =
                lost.stream().map(entry -> new CompiledCell.Note(entry.key(), gone(entry), true));
        var whole =
                aside.stream()
                        .map(each -> new CompiledCell.Note(each.entry().key(), each.text(), true));
        var partly =
                lacking.entrySet().stream()
                        .map(
                                each ->
                                        new CompiledCell.Note(
                                                each.getKey(), each.getValue().text(), true));
        var fresh =
                anew.stream()
                        .filter(entry -> stateful.contains(entry.key()))
                        .map(entry -> new CompiledCell.Note(entry.key(), fresh(entry), false));
        return Stream.of(gone, whole, partly, fresh)
                .flatMap(each -> each)
                .map(
                        note ->
                                new CompiledCell.Note(
                                        note.key(), Named.inWords(note.text()), note.mayPass()))
                .toList();
    }

    private String gone(Entry entry) {
        return switch (entry.kind()) {
            case VARIABLE -> Waiting.goneVariable(entry, causeOf(entry));
            case TYPE ->
                    anew.contains(entry)
                            ? Waiting.partlyGone(entry, causeOf(entry))
                            : Waiting.gone(entry, causeOf(entry));
            case METHOD -> Waiting.gone(entry, causeOf(entry));
        };
    }

    private String fresh(Entry entry) {
        var cause = causeOf(entry);
        return entry.name()
                + " is a new class now, because "
                + (cause.equals(entry.name())
                        ? "what stands beside it in its cell uses what is private in it"
                        : cause + " changed")
                + ": its static fields start anew.";
    }

    /** Returns what an earlier declaration waits for. */
    String until(Entry entry) {
        return Waiting.broken(entry, causeOf(entry)).until();
    }

    /** A declaration goes with what it uses, and that may change because of what it uses itself. */
    private String causeOf(Entry entry) {
        return causeAmong(entry.words(), Set.of(entry.name()))
                .or(
                        () ->
                                leader.apply(entry)
                                        .flatMap(
                                                other ->
                                                        causeAmong(
                                                                other.words(),
                                                                // Overloads have one name.
                                                                Set.copyOf(
                                                                        List.of(
                                                                                entry.name(),
                                                                                other.name())))))
                .orElse(entry.kind() == Entry.Kind.VARIABLE ? entry.type() : entry.name());
    }

    private Optional<String> causeAmong(Set<String> words, Set<String> not) {
        return changed.stream()
                .filter(words::contains)
                .filter(name -> !not.contains(name))
                .findFirst();
    }
}

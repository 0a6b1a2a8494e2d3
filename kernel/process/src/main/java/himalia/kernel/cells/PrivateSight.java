package himalia.kernel.cells;

import himalia.javac.Grant;
import himalia.kernel.opened.PrivateMembers;
import himalia.kernel.opened.PrivateUse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Has what stands beside a type in its cell go on seeing what is private in it, where the two come to stand in different classes.
 * The type stays where it is, with its objects; only where a class extends it by a private constructor, it goes along.
 */
final class PrivateSight {
    private final DeclarationRegistry names;
    private final Set<String> beside;
    private final Redeclared redeclared;
    private final Recompiled earlier;
    private final Predicate<Entry> elsewhere;

    /** The classes of types whose private members the source may use that is compiled now. */
    private final Set<String> used = new HashSet<>();

    /** Those of types that go along instead: a class calls what cannot be linked. */
    private final Set<String> beyondReach = new HashSet<>();

    /** {@code elsewhere} says whether a declaration means what it did, in the class that holds it. */
    PrivateSight(
            CompilerState state,
            Redeclared redeclared,
            Recompiled earlier,
            Predicate<Entry> elsewhere) {
        this.names = state.names();
        this.beside = state.beside();
        this.redeclared = redeclared;
        this.earlier = earlier;
        this.elsewhere = elsewhere;
    }

    /** Returns the names of the types that the cell declares. */
    Set<String> beside() {
        return beside;
    }

    /** Returns what a source may use. */
    Grant grant(CellClassText text) {
        used.clear();
        return new Grant() {
            @Override
            public boolean allows(String type, long place) {
                return sees(text, place, type);
            }

            @Override
            public boolean forbids(String type, long place) {
                return standsApart(text, place, type);
            }
        };
    }

    /** Whether a place is in what only comes to stand in one class with a type, which is compiled anew or was waited for. */
    private boolean standsApart(CellClassText text, long place, String className) {
        var entry = text.entry(place);
        if (text.isOfClass(place) || entry.filter(PrivateSight::isVariable).isPresent()) {
            // The type of a variable may have been inferred, and its words are ours.
            return false;
        }
        var own = Cells.owner(className) + "$";
        var type =
                Stream.concat(
                                beside.stream(),
                                text.entries().filter(PrivateSight::isType).map(Entry::name))
                        .filter(name -> isOf(own + name, className))
                        .max(Comparator.comparingInt(String::length));
        return type.isPresent()
                && entry.filter(each -> isType(each) && each.name().equals(type.get())).isEmpty()
                && besideOf(text, place).noneMatch(each -> each.contains(type.get()));
    }

    private static boolean isVariable(Entry entry) {
        return entry.kind() == Entry.Kind.VARIABLE;
    }

    private static boolean isType(Entry entry) {
        return entry.kind() == Entry.Kind.TYPE;
    }

    private boolean sees(CellClassText text, long place, String className) {
        var type =
                names.types().stream()
                        .filter(each -> isOf(holder(each), className))
                        .filter(each -> !beyondReach.contains(holder(each)))
                        .filter(elsewhere)
                        .findFirst();
        boolean sees =
                type.isPresent()
                        && besideOf(text, place).anyMatch(each -> each.contains(type.get().name()));
        if (sees) {
            used.add(holder(type.get()));
        }
        return sees;
    }

    /** Where it is no earlier declaration's, the place may be in words of ours around a line of the cell; or the whole class is looked at once more. */
    private Stream<Set<String>> besideOf(CellClassText text, long place) {
        return text.isOfClass(place)
                ? Stream.concat(Stream.of(beside), text.entries().map(Entry::beside))
                : Stream.of(text.entry(place).map(Entry::beside).orElse(beside));
    }

    private static String holder(Entry type) {
        return type.owner() + "$" + type.name();
    }

    /** Whether a class is that of a type, or in it. */
    private static boolean isOf(String type, String className) {
        return className.equals(type) || className.startsWith(type + "$");
    }

    /** Returns the files that a source became, such that they run; nothing where another attempt is to be made. */
    Optional<Map<String, byte[]>> linked(CellClassText text, Map<String, byte[]> files) {
        if (used.isEmpty()) {
            return Optional.of(files);
        }
        var hidden = new PrivateMembers();
        names.classes()
                .filesFor(text.source())
                .forEach(
                        (name, file) -> {
                            if (used.stream().anyMatch(type -> isOf(type, name))) {
                                hidden.addAllOf(file);
                            }
                        });
        var use = new PrivateUse(hidden::has);
        var linked = new LinkedHashMap<>(files);
        linked.replaceAll((name, file) -> use.linked(file));
        for (var className : use.beyondReach()) {
            names.types().stream()
                    .filter(type -> isOf(holder(type), className))
                    .forEach(type -> takeAlong(type, text));
        }
        return use.beyondReach().isEmpty() ? Optional.of(linked) : Optional.empty();
    }

    /** Takes a type along with what stands beside it in a source. */
    private void takeAlong(Entry type, CellClassText text) {
        beyondReach.add(holder(type));
        if (redeclared.same().contains(type.key())) {
            writesAnew(type);
        } else if (beside.contains(type.name())) {
            // It stands above a magic of the same cell.
            earlier.goesWith(type, type);
        }
        text.entries()
                .filter(entry -> entry.beside().contains(type.name()))
                .forEach(entry -> earlier.goesWith(type, entry));
    }

    /** Takes the types along that the errors in a source are of; returns whether that was done, and another attempt is worth it. */
    boolean takesAlong(ErrorAttribution errors) {
        var seen = new LinkedHashMap<Entry, Entry>();
        errors.unseen()
                .forEach(
                        (entry, name) ->
                                type(name)
                                        .filter(type -> sees(entry, type))
                                        .ifPresent(type -> seen.put(entry, type)));
        boolean any = false;
        for (var each : seen.entrySet()) {
            any |= earlier.goesWith(each.getValue(), each.getKey());
        }
        for (var name : errors.unseenHere()) {
            any |=
                    type(name)
                            .filter(type -> redeclared.same().contains(type.key()))
                            .filter(this::writesAnew)
                            .isPresent();
        }
        return any;
    }

    private Optional<Entry> type(String name) {
        return names.find(Entry.key(Entry.Kind.TYPE, name, ""));
    }

    /** An earlier declaration that could be used saw what it names; one that waited does if the type is of its own cell. */
    private boolean sees(Entry entry, Entry type) {
        return elsewhere.test(type)
                && (!earlier.isReturning(entry) || entry.beside().contains(type.name()));
    }

    /** Has the class hold a type that the cell declares as it was. */
    private boolean writesAnew(Entry type) {
        redeclared.changed().add(type.name());
        boolean anew = redeclared.same().remove(type.key());
        earlier.pull();
        return anew;
    }
}

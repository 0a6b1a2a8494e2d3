package himalia.kernel.cells;

import himalia.javac.Problem;
import himalia.javac.Source;
import himalia.javac.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose the errors are that the compiler has against the class of a cell. */
final class ErrorAttribution {
    static final String UNRESOLVED = "compiler.err.cant.resolve";
    private static final String OVERRIDES_NOTHING =
            "compiler.err.method.does.not.override.superclass";
    private static final String LIMIT = "compiler.err.limit.code";
    private static final String PERMITS = "compiler.err.invalid.permits.clause";
    private static final String CLASH = "compiler.err.name.clash.same.erasure";
    private static final String DEFINED = "compiler.err.already.defined";
    private static final Set<String> SAME = Set.of(DEFINED, CLASH);
    private static final Pattern PRIVATE = Pattern.compile("has private access in (\\w+)");

    private final List<Problem> errors;
    private final CellClassText text;
    private final List<Part> parts;
    private final MissingNames missing;

    ErrorAttribution(List<Problem> errors, CellClassText text, CellPlan plan) {
        this.missing = new MissingNames(text, plan.sight().beside());
        this.errors = errors;
        this.text = text;
        this.parts = plan.parts();
    }

    /** Returns the earlier methods that the compiler takes for the same as one that the cell declares. */
    List<Entry> overwritten() {
        return errors.stream()
                .filter(error -> SAME.contains(error.code()))
                .flatMap(error -> text.entry(error.start()).stream())
                .filter(
                        entry ->
                                entry.kind() == Entry.Kind.METHOD
                                        && parts.stream().anyMatch(part -> isNamed(part, entry)))
                .distinct()
                .toList();
    }

    /** Returns which part declares a method that is the same as one above it; 0 where none does. */
    int again() {
        return errors.stream()
                .filter(error -> SAME.contains(error.code()))
                .mapToInt(error -> text.offset(error.start()))
                .filter(offset -> offset >= 0 && isInHead(offset))
                .map(offset -> Part.indexAt(parts, offset))
                .min()
                .orElse(0);
    }

    private boolean isInHead(int offset) {
        return partAt(offset) instanceof Part.Method method
                && offset < method.start() + method.body();
    }

    private static boolean isNamed(Part part, Entry entry) {
        return part instanceof Part.Method method && method.name().equals(entry.name());
    }

    /** Returns, of earlier declarations, the types whose private members they see no more. */
    Map<Entry, String> unseen() {
        var unseen = new LinkedHashMap<Entry, String>();
        for (var error : errors) {
            var type = hiding(error);
            var entry = text.entry(error.start());
            if (type.isPresent() && entry.isPresent()) {
                unseen.put(entry.get(), type.get());
            }
        }
        return unseen;
    }

    /** Returns the types whose private members the cell's own lines do not see. */
    Set<String> unseenHere() {
        var unseen = new LinkedHashSet<String>();
        errors.stream()
                .filter(error -> text.offset(error.start()) >= 0)
                .forEach(error -> hiding(error).ifPresent(unseen::add));
        return unseen;
    }

    private static Optional<String> hiding(Problem error) {
        var type = PRIVATE.matcher(Cells.asWritten(error.message()));
        return type.find() ? Optional.of(type.group(1)) : Optional.empty();
    }

    /** Returns the earlier declarations that do not compile any more. */
    List<Entry> ofEntries() {
        return errors.stream().flatMap(e -> text.entry(e.start()).stream()).distinct().toList();
    }

    /**
     * Returns the methods, types and variables without a value that only lack names that may be declared later, and what
     * they lack.
     */
    Map<Part.Declaration, String> waiting() {
        var lacking = new LinkedHashMap<Part.Declaration, String>();
        var wrong = new ArrayList<Part>();
        for (var error : errors) {
            int offset = text.offset(error.start());
            if (offset < 0
                    // So it seems while its supertype is not there.
                    || error.code().equals(OVERRIDES_NOTHING)
                    || isOfMissingTypes(error, each -> partAt(offset) == ownPart(each))
                    || text.between(error.start(), error.end()).matches("super\\b(?s:.*)")
                    || !(partAt(offset) instanceof Part.Declaration part)) {
                continue;
            }
            var lacked = missing.in(error);
            boolean wanted =
                    part instanceof Part.Variable variable
                            && (variable.from() >= 0
                                    || isNoType(variable.type().orElse(""), lacked));
            if (wanted || lacked.isEmpty()) {
                wrong.add(part);
            } else {
                lacking.merge(part, lacked.get(), ErrorAttribution::both);
            }
        }
        lacking.keySet().removeAll(wrong);
        return lacking;
    }

    /** So it seems, too, where types are not there: those of parameters are all the same then, and permitted ones no subtypes. */
    private boolean isOfMissingTypes(Problem error, Predicate<Problem> isBeside) {
        boolean isOfTypes =
                error.code().startsWith(CLASH)
                        || error.code().equals(PERMITS)
                        || error.code().equals(DEFINED)
                                && error.message().matches("(?s)(?:method|constructor)\\b.*");
        return isOfTypes
                && errors.stream().filter(isBeside).anyMatch(each -> missing.in(each).isPresent());
    }

    private @Nullable Part ownPart(Problem error) {
        int offset = text.offset(error.start());
        return offset < 0 ? null : partAt(offset);
    }

    /** A type that nobody declared is called as types are, or it is another language's word: {@code del x}. */
    private static boolean isNoType(String type, Optional<String> missing) {
        return !type.isEmpty()
                && Character.isLowerCase(type.charAt(0))
                && missing.filter(("class " + type)::equals).isPresent();
    }

    /** Returns the names that an earlier declaration lacks, where it lacks nothing else. */
    Optional<String> missingIn(Entry entry) {
        var lacking = Optional.<String>empty();
        for (var error : errors) {
            if (text.offsetIn(entry, error.start()) >= 0
                    && !isOfMissingTypes(error, each -> text.offsetIn(entry, each.start()) >= 0)) {
                var lacked = missing.in(error);
                if (lacked.isEmpty()) {
                    return lacked;
                }
                lacking =
                        Optional.of(
                                lacking.map(one -> both(one, lacked.get())).orElse(lacked.get()));
            }
        }
        return lacking;
    }

    /** Returns what the first error in an earlier declaration says, on one line. */
    String firstIn(Entry entry) {
        return errors.stream()
                .filter(error -> text.offsetIn(entry, error.start()) >= 0)
                .findFirst()
                .map(error -> ErrorWords.onOneLine(error.message()))
                .orElse("");
    }

    private static String both(String one, String other) {
        return List.of(one.split(", ")).contains(other) ? one : one + ", " + other;
    }

    /** Returns the bodies of methods that all errors in an earlier declaration are in; none where one is outside. */
    List<Stretch> bodiesOf(Entry entry, Source source) {
        return bodies(source, place -> text.offsetIn(entry, place), errors);
    }

    /** Returns the same for a declaration of the cell. */
    List<Stretch> bodiesOf(Part.Declaration part, Source source) {
        var own =
                errors.stream()
                        .filter(error -> text.offset(error.start()) >= 0)
                        .filter(error -> partAt(text.offset(error.start())) == part)
                        .toList();
        return bodies(source, place -> text.offset(place) - part.start(), own);
    }

    /** {@code place} says where in the declaration a place of the source is, below 0 where it is outside. */
    private static List<Stretch> bodies(
            Source source, LongToIntFunction place, List<Problem> errors) {
        var bodies = new ArrayList<Stretch>();
        for (var error : errors) {
            if (place.applyAsInt(error.start()) < 0) {
                continue;
            }
            var body = source.bodyAround(error.start());
            if (body.isEmpty() || place.applyAsInt(body.get().start()) < 0) {
                return List.of();
            }
            int start = place.applyAsInt(body.get().start());
            bodies.add(new Stretch(start, place.applyAsInt(body.get().end())));
        }
        return Stretch.outermost(bodies);
    }

    /** Returns whether an error is in the last part. */
    boolean anyOfLast() {
        var last = parts.get(parts.size() - 1);
        return errors.stream()
                .mapToInt(error -> text.offset(error.start()))
                .anyMatch(offset -> offset >= 0 && partAt(offset) == last);
    }

    /** Returns whether the code of the cell is too much for one method. */
    boolean isTooLarge() {
        return errors.stream()
                .anyMatch(
                        error -> error.code().startsWith(LIMIT) && text.offset(error.start()) < 0);
    }

    /** Returns the errors in some of the parts, with their places in the cell. */
    List<Problem> of(Set<? extends Part> some) {
        return placed().filter(each -> some.contains(partAt((int) each.start()))).toList();
    }

    private Stream<Problem> placed() {
        return errors.stream()
                .filter(error -> text.offset(error.start()) >= 0)
                .map(
                        error -> {
                            int start = text.offset(error.start());
                            int end = text.offset(error.end());
                            long length = end > start ? end - start : error.end() - error.start();
                            return error.at(start, start + Math.max(1, length));
                        });
    }

    /**
     * Returns the errors with their places in the cell.
     *
     * @param lacking what declarations of the cell lack, and {@code names} what they are called: who uses such a name
     *     wants to know what it lacks, not that it is not there
     */
    Compilation verdict(List<Problem> lacking, Set<String> names) {
        var own = new ArrayList<>(lacking);
        placed().filter(error -> !isMissing(error, names)).forEach(own::add);
        if (own.isEmpty() && isTooLarge()) {
            int start = parts.get(0).start();
            own.add(
                    new Problem(
                            LIMIT, "this is too much code for one statement", start, start + 1));
        }
        return own.isEmpty()
                ? new Compilation.Elsewhere("an error outside of the cell: " + errors)
                : new Compilation.Wrong(own);
    }

    private static boolean isMissing(Problem error, Set<String> names) {
        return error.code().startsWith(UNRESOLVED)
                && ErrorWords.symbol(error.message())
                        .map(symbol -> symbol.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", ""))
                        .filter(names::contains)
                        .isPresent();
    }

    private Part partAt(int offset) {
        return parts.get(Part.indexAt(parts, offset));
    }
}

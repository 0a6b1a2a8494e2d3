package himalia.kernel.help;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.cells.Named;
import himalia.kernel.cells.NoJava;
import himalia.kernel.cells.OpenText;
import himalia.kernel.classpath.TypeIndex;
import himalia.kernel.help.Completion.Candidate;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.SimpleNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes the snippet that the cursor is in, with the snippets of the cell before it as its context. */
public final class Completer {
    private static final int MOST = 200;
    private static final int MOST_OFFERS = 30;
    private static final int LONG_PREFIX = 5;

    /** Parameters are looked up where so few methods are left: the JDK reads a source file for each. */
    private static final int FEW = 3;

    /** How the names of JShell's own classes begin. */
    private static final String OF_SHELL = "$JShell$";

    /** Behind it stands a type that is inside of the object's. */
    private static final Pattern INNER = Pattern.compile("[\\w)\\]]\\s*\\.\\s*new\\z");

    private final Compiler compiler;
    private final JShellGaps gaps;
    private final ProtectedOfObject hidden =
            new ProtectedOfObject(code -> parameters(Context.of(code).wrapped()));

    Completer(Compiler compiler) {
        this.compiler = compiler;
        this.gaps =
                new JShellGaps(
                        this::continuations,
                        new JdkMembers(this::fullName),
                        compiler.cells().names());
    }

    /** Returns the full name of a type of a library; nothing where a cell declares one of its name. */
    private Optional<String> fullName(String type) {
        if (type.indexOf('.') >= 0) {
            return Optional.of(type);
        }
        return compiler.cells().names().named(type).isEmpty()
                ? Optional.of(compiler.imports().type(type).orElse("java.lang." + type))
                : Optional.empty();
    }

    Completion complete(String code, int cursor) {
        var before = NoJava.blanked(code.substring(0, cursor));
        if (OpenText.in(before) >= 0) {
            return Completion.none(cursor);
        }
        compiler.prepareFor(before, 0);
        var labels = new CaseLabels(compiler.analysis()).of(before);
        if (!labels.isEmpty()) {
            var constants =
                    labels.stream().map(each -> new Candidate(each, Candidates.VARIABLE, ""));
            return new Completion(startOfWord(before), cursor, constants.toList());
        }
        var below = new CaseLabels(compiler.analysis()).types(before, this::sources);
        if (!below.isEmpty()) {
            var types = below.stream().map(each -> new Candidate(each, Candidates.TYPE, ""));
            return new Completion(startOfWord(before), cursor, types.toList());
        }
        var annotations = Annotations.at(before, compiler.cells().names());
        if (!annotations.isEmpty()) {
            return new Completion(startOfWord(before), cursor, annotations);
        }
        var context = Context.of(before);
        var anchor = new int[] {-1};
        List<Suggestion> found = suggestions(context.wrapped(), anchor);
        int shift = context.shiftOfWrapped();
        if (found.isEmpty() && !context.wrapped().equals(context.alone())) {
            found = suggestions(context.alone(), anchor);
            shift = context.shiftOfAlone();
        }
        int start = anchor[0] < 0 ? startOfWord(before) : anchor[0] + shift;
        if (start < 0 || start > cursor) {
            start = startOfWord(before);
        }
        var prefix = code.substring(start, cursor);
        var place = before.substring(0, start);
        var whole = before + NoJava.blanked(code).substring(cursor);
        var inReach = gaps.inReach(place, prefix, whole).map(Candidates::candidate).toList();
        var plain =
                StaticContext.of(place, code)
                        .known(candidates(found, prefix, place, whole, inReach));
        var wrapped = context.wrapped();
        var without = wrapped.substring(0, Math.max(0, wrapped.length() - prefix.length()));
        return new Completion(start, cursor, withParameters(plain, without, inReach));
    }

    private static int startOfWord(String before) {
        int start = before.length();
        while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private List<Suggestion> suggestions(String code, int[] anchor) {
        return compiler.analysis().completionSuggestions(code, code.length(), anchor).stream()
                .filter(each -> !each.continuation().startsWith(OF_SHELL))
                // A class without a name is offered by its constructor's parenthesis.
                .filter(each -> !each.continuation().isEmpty())
                .filter(each -> each.continuation().charAt(0) != '(')
                .toList();
    }

    /** What else is asked may name more than what stands before the cursor. */
    private List<String> continuations(String code) {
        compiler.prepareFor(code, 0);
        return suggestions(code, new int[1]).stream().map(Suggestion::continuation).toList();
    }

    private List<Candidate> candidates(
            List<Suggestion> found,
            String prefix,
            String before,
            String code,
            List<Candidate> inReach) {
        var ranked = new RankedCandidates(TypePlace.at(before, each -> isVariable(each, before)));
        var imported = ImportedPackages.typed(before + prefix);
        if (imported.isPresent()) {
            ImportedPackages.next(imported.get(), compiler.path().types().packages())
                    .forEach(each -> ranked.local(new Candidate(each, "module", "")));
        }
        var place = before.stripTrailing();
        if (place.endsWith(".") || place.endsWith("::")) {
            var known = gaps.behindDot(before, prefix, code, found.isEmpty()).toList();
            // Of a reference JShell does not tell methods from fields and types.
            Predicate<String> offered =
                    place.endsWith("::")
                            ? each -> false
                            : known.isEmpty() ? gaps.offeredBehindNew(place) : known::contains;
            for (var each : found) {
                // Those of an import are there already, without a dot.
                var name = Candidates.candidate(each.continuation()).text();
                if (offered.test(each.continuation())
                        && !hidden.isOne(name, before)
                        && (imported.isEmpty() || !each.continuation().endsWith("."))) {
                    ranked.member(Candidates.candidate(each.continuation()), each.matchesType());
                }
            }
            Stream.concat(known.stream(), gaps.interfacesBehindNew(place, prefix, code))
                    .filter(each -> !hidden.isOne(Candidates.candidate(each).text(), before))
                    .forEach(each -> ranked.member(Candidates.candidate(each), false));
            return ranked.first(MOST);
        }
        if (INNER.matcher(place).find()) {
            found.forEach(each -> ranked.member(Candidates.candidate(each.continuation()), true));
            return ranked.first(MOST);
        }
        LocalNames.atEndOf(before).stream()
                .filter(name -> name.text().startsWith(prefix))
                .forEach(name -> ranked.local(Candidates.candidate(name.text(), name.kind())));
        inReach.forEach(ranked::local);
        ofCells(prefix).forEach(ranked::ofNotebook);
        for (var each : found) {
            ranked.ofLibrary(Candidates.candidate(each.continuation()), each.matchesType());
        }
        if (!prefix.isEmpty()) {
            compiler.imports()
                    .startingWith(prefix)
                    .keySet()
                    .forEach(name -> ranked.ofLibrary(Candidates.candidate(name), false));
            Keywords.startingWith(prefix).forEach(ranked::keyword);
        }
        if (prefix.length() > 1 && Character.isUpperCase(prefix.charAt(0))) {
            offers(prefix).stream()
                    .filter(
                            each ->
                                    found.stream()
                                            .map(one -> Candidates.candidate(one.continuation()))
                                            .noneMatch(one -> one.text().equals(each.text())))
                    .forEach(ranked::offer);
        }
        return ranked.first(MOST);
    }

    private List<String> sources() {
        var names = compiler.cells().names();
        return names.all().stream()
                .flatMap(each -> names.named(each).stream())
                .filter(each -> each.kind() == Entry.Kind.TYPE)
                .map(Entry::source)
                .toList();
    }

    private boolean isVariable(String name, String before) {
        return Stream.concat(
                        compiler.cells().names().named(name).stream().map(Entry::kind),
                        LocalNames.atEndOf(before).stream()
                                .filter(each -> each.text().equals(name))
                                .map(LocalNames.Name::kind))
                .anyMatch(each -> each == Entry.Kind.VARIABLE);
    }

    /** What cells declared; JShell knows only what it was given. */
    private List<Candidate> ofCells(String prefix) {
        var found = new ArrayList<Candidate>();
        var names = compiler.cells().names();
        for (var name : names.all()) {
            if (name.startsWith(prefix) && !Named.isOne(name)) {
                names.named(name)
                        .forEach(
                                entry ->
                                        found.add(
                                                Candidates.candidate(entry.name(), entry.kind())));
            }
        }
        return found;
    }

    /** Returns types that nobody imported: by their simple names where these are imported when they are used. */
    private List<Candidate> offers(String prefix) {
        var offers = new ArrayList<Candidate>();
        for (var full : types(prefix).startingWith(prefix, MOST_OFFERS)) {
            if (isInside(full)) {
                continue;
            }
            int dot = full.lastIndexOf('.');
            var simple = full.substring(dot + 1);
            boolean lazy = fullName(simple).filter(full::equals).isPresent();
            offers.add(
                    new Candidate(
                            lazy ? simple : full,
                            Candidates.TYPE,
                            simple + " — " + full.substring(0, dot)));
        }
        return offers;
    }

    /** What a line of a magic is bound to is no type for a cell; only what magics are written with is. */
    private static boolean isInside(String type) {
        return type.startsWith("himalia.magics.") && !type.startsWith("himalia.magics.spi.");
    }

    /** Where so much is typed that few types are meant, those of libraries too that no cell has named. */
    private TypeIndex types(String prefix) {
        return prefix.length() < LONG_PREFIX
                ? compiler.path().types()
                : compiler.path().preloadedTypes();
    }

    /** Adds the parameters of methods, where the choice has become small; JShell knows none of a class that is being written. */
    private List<Candidate> withParameters(
            List<Candidate> plain, String code, List<Candidate> inReach) {
        if (plain.size() > FEW) {
            return plain;
        }
        var full = new ArrayList<Candidate>();
        for (var each : plain) {
            full.add(
                    each.type().equals(Candidates.METHOD)
                                    && each.signature().isEmpty()
                                    && !inReach.contains(each)
                            ? new Candidate(
                                    each.text(), each.type(), parameters(code + each.text() + "("))
                            : each);
        }
        return full;
    }

    private String parameters(String call) {
        var found = compiler.analysis().documentation(call, call.length(), false);
        if (found.isEmpty()) {
            return "";
        }
        int more = found.size() - 1;
        return SimpleNames.in(OwnDocs.signature(found.get(0)))
                + (more == 0 ? "" : " (+" + more + ")");
    }
}

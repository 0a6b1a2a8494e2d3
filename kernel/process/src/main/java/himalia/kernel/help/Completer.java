package himalia.kernel.help;

import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes the snippet that the cursor is in, with the snippets of the cell before it as its context. */
public final class Completer {
    private static final int MOST = 200;
    private static final int MOST_OFFERS = 30;

    /** Parameters are looked up where so few methods are left: the JDK reads a source file for each. */
    private static final int FEW = 3;

    private final Compiler compiler;

    Completer(Compiler compiler) {
        this.compiler = compiler;
    }

    Completion complete(String code, int cursor) {
        var before = code.substring(0, cursor);
        compiler.prepareFor(before, 0);
        var context = Context.of(before);
        var anchor = new int[] {-1};
        List<Suggestion> found = suggestions(context.wrapped(), anchor);
        int shift = context.shiftOfWrapped();
        if (found.isEmpty() && !context.wrapped().equals(context.alone())) {
            found = suggestions(context.alone(), anchor);
            shift = context.shiftOfAlone();
        }
        int start = anchor[0] < 0 ? cursor : anchor[0] + shift;
        if (start < 0 || start > cursor) {
            start = cursor;
        }
        var prefix = code.substring(start, cursor);
        var plain = candidates(found, prefix, before.substring(0, start));
        var wrapped = context.wrapped();
        var without = wrapped.substring(0, Math.max(0, wrapped.length() - prefix.length()));
        return new Completion(start, cursor, withParameters(plain, without));
    }

    private List<Suggestion> suggestions(String code, int[] anchor) {
        return compiler.analysis().completionSuggestions(code, code.length(), anchor);
    }

    private List<Completion.Candidate> candidates(
            List<Suggestion> found, String prefix, String before) {
        Map<String, Completion.Candidate> candidates = new LinkedHashMap<>();
        boolean member = before.stripTrailing().endsWith(".");
        for (int pass = 0; pass < 2; pass++) {
            for (var suggestion : found) {
                if (suggestion.matchesType() == (pass == 0)) {
                    add(candidates, suggestion.continuation());
                }
            }
        }
        if (!member) {
            ofCells(prefix)
                    .forEach(each -> candidates.putIfAbsent(each.text() + each.type(), each));
        }
        if (!member && !prefix.isEmpty()) {
            compiler.imports().startingWith(prefix).keySet().forEach(name -> add(candidates, name));
        }
        if (!member && prefix.length() > 1 && Character.isUpperCase(prefix.charAt(0))) {
            offers(prefix, candidates);
        }
        var list = new ArrayList<>(candidates.values());
        return list.size() > MOST ? list.subList(0, MOST) : list;
    }

    /** What cells declared; JShell knows only what it was given. */
    private List<Completion.Candidate> ofCells(String prefix) {
        var found = new ArrayList<Completion.Candidate>();
        var names = compiler.cells().names();
        for (var name : names.all()) {
            if (name.startsWith(prefix)) {
                names.named(name).forEach(entry -> found.add(candidate(entry)));
            }
        }
        return found;
    }

    private static Completion.Candidate candidate(Entry entry) {
        var type =
                switch (entry.kind()) {
                    case VARIABLE -> "instance";
                    case METHOD -> "function";
                    case TYPE -> "class";
                };
        return new Completion.Candidate(entry.name(), type, "");
    }

    /** Adds types that nobody imported: by their simple names where these are imported when they are used. */
    private void offers(String prefix, Map<String, Completion.Candidate> candidates) {
        for (var full : compiler.path().types().startingWith(prefix, MOST_OFFERS)) {
            int dot = full.lastIndexOf('.');
            var simple = full.substring(dot + 1);
            boolean lazy = compiler.imports().type(simple).filter(full::equals).isPresent();
            var text = lazy ? simple : full;
            candidates.putIfAbsent(
                    text + "class",
                    new Completion.Candidate(
                            text, "class", simple + " — " + full.substring(0, dot)));
            candidates.computeIfPresent(
                    text + "class",
                    (key, known) ->
                            known.signature().isEmpty()
                                    ? new Completion.Candidate(
                                            text, "class", simple + " — " + full.substring(0, dot))
                                    : known);
        }
    }

    /** Adds the parameters of methods, where the choice has become small. */
    private List<Completion.Candidate> withParameters(
            List<Completion.Candidate> plain, String code) {
        if (plain.size() > FEW) {
            return plain;
        }
        var full = new ArrayList<Completion.Candidate>();
        for (var each : plain) {
            full.add(
                    each.type().equals("function") && each.signature().isEmpty()
                            ? new Completion.Candidate(
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
        return found.get(0).signature() + (more == 0 ? "" : " (+" + more + ")");
    }

    private static void add(Map<String, Completion.Candidate> candidates, String continuation) {
        boolean method = continuation.contains("(");
        var text = method ? continuation.substring(0, continuation.indexOf('(')) : continuation;
        var type = method ? "function" : type(text);
        candidates.putIfAbsent(text + type, new Completion.Candidate(text, type, ""));
    }

    private static String type(String text) {
        if (text.isEmpty()) {
            return "instance";
        }
        if (SourceVersion.isKeyword(text)) {
            return "keyword";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        if (Character.isUpperCase(text.charAt(0))) {
            return text.equals(text.toUpperCase(java.util.Locale.ROOT)) && text.length() > 1
                    ? "instance"
                    : "class";
        }
        return "instance";
    }
}

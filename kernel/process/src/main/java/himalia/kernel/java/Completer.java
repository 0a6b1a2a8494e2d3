package himalia.kernel.java;

import himalia.kernel.cells.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes the snippet that the cursor is in, with the snippets of the cell before it as its context. */
final class Completer {
    private static final int MOST = 200;

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
        return new Completion(start, cursor, candidates(found, prefix, before.substring(0, start)));
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

package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.javac.Surprise;
import himalia.kernel.java.Advisor;
import himalia.kernel.java.Arguments;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to do about an error, in plain words: what the compiler complains of most is answered here, all else by others. */
public final class Advice implements Advisor {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (\\w+)");
    private static final Pattern AWAITED = Pattern.compile("until this is declared: (.*)");
    private static final Pattern EXPECTED = Pattern.compile("'(.)'(?:.*) expected|'(.)' expected");

    /** How other notebooks ask for documentation. */
    private static final Pattern HELP = Pattern.compile("\\?{1,2}[\\w.]+|[\\w.]+\\?{1,2}");

    private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");

    private static final Map<String, String> OBJECTS =
            Map.of(
                    "int", "Integer",
                    "double", "Double",
                    "boolean", "Boolean",
                    "char", "Character",
                    "long", "Long",
                    "float", "Float",
                    "byte", "Byte",
                    "short", "Short");

    /** The class that is most made of an interface. */
    private static final Map<String, String> MADE =
            Map.of(
                    "List", "ArrayList",
                    "Map", "HashMap",
                    "Set", "HashSet",
                    "Collection", "ArrayList",
                    "Queue", "ArrayDeque",
                    "Deque", "ArrayDeque");

    private final Compiler compiler;

    /** Advises with the names that the compiler knows. */
    public Advice(Compiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public Optional<Diagnosis> mistake(String source, List<Problem> problems) {
        return Mistake.in(source, problems);
    }

    @Override
    public Optional<String> about(List<Thrown> chain) {
        return ThrownAdvice.about(chain);
    }

    @Override
    public String aboutMemory(String message, String note) {
        return MemoryAdvice.of(message, note);
    }

    @Override
    public List<String> aboutProgram(String source) {
        return ProgramAdvice.notes(source);
    }

    @Override
    public String about(Surprise surprise) {
        return GentleWords.of(surprise);
    }

    @Override
    public Optional<String> aboutWaiting(String note, String source) {
        var names = new MissingName(compiler);
        var awaited = AWAITED.matcher(note);
        return awaited.find()
                ? Pattern.compile("(class|variable|method) (\\w+)")
                        .matcher(awaited.group(1))
                        .results()
                        .flatMap(
                                each ->
                                        names
                                                .awaited(each.group(1), each.group(2), source)
                                                .stream())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<String> about(Problem problem, String source) {
        var code = problem.code().replaceFirst("^(compiler|himalia)\\.err\\.", "");
        var said = problem.message().replace("java.lang.", "");
        if (code.startsWith("cant.resolve")) {
            return new MissingName(compiler).advice(problem, said, SYMBOL, source);
        }
        if (code.equals("doesnt.exist")) {
            var named = PACKAGE.matcher(said);
            return named.find()
                    ? new MissingName(compiler).ofPackage(named.group(1), source)
                    : Optional.empty();
        }
        if (code.equals("report.access")) {
            return MissingMember.hidden(problem, source).or(() -> PlainWords.about(code));
        }
        if (code.startsWith("cant.apply")) {
            return Arguments.hint(problem.message());
        }
        var always = code.contains("underscore") ? "underscore.as.identifier" : code;
        return PlainWords.about(always)
                .or(() -> Optional.ofNullable(special(code, said, problem, source)));
    }

    private static @Nullable String special(
            String code, String said, Problem problem, String source) {
        return switch (code) {
            case "expected", "expected2", "expected3", "expected4" -> expected(said);
            case "premature.eof" -> open(source);
            case "illegal.start.of.expr", "illegal.start.of.type" ->
                    "A value or a type is missing here, or something before it is written wrongly.";
            case "cant.deref" ->
                    said.contains("<nulltype>")
                            ? "null is no object, and has no methods."
                            : "A value of a primitive type, such as int, has no methods; String.valueOf(…) makes a text of it.";
            case "prob.found.req" -> Conversion.hint(said, text(problem, source));
            case "unreported.exception.need.to.catch.or.throw" -> unreported(said);
            case "type.found.req" -> generic(said);
            case "abstract.cant.be.instantiated" -> instantiated(said);
            case "operator.cant.be.applied", "operator.cant.be.applied.1", "incomparable.types" ->
                    operator(said);
            default -> null;
        };
    }

    /** What a problem is about, as it is written. */
    static String text(Problem problem, String source) {
        int start = (int) Math.max(0, Math.min(problem.start(), source.length()));
        int end = (int) Math.max(start, Math.min(problem.end(), source.length()));
        return source.substring(start, end);
    }

    private static @Nullable String generic(String said) {
        var found = Pattern.compile("found:\\s+(\\w+)").matcher(said);
        var object = found.find() ? OBJECTS.get(found.group(1)) : null;
        return object == null
                ? null
                : "In < > stand objects: write " + object + " in place of " + found.group(1) + ".";
    }

    private static String instantiated(String said) {
        var name = said.replaceFirst(" is abstract.*", "").replaceFirst(".*\\.", "");
        var made = MADE.get(name);
        return made == null
                ? "Make an object of a class that extends or implements " + name + "."
                : name + " says only what it can do; write new " + made + "<>().";
    }

    private static @Nullable String operator(String said) {
        boolean text = said.contains("String");
        if (text && said.contains("'*'")) {
            return "\"a\".repeat(3) writes a text several times.";
        }
        if (text && (said.contains("'-'") || said.contains("'/'") || said.contains("'%'"))) {
            return "Texts are joined with + only. Put a sum into parentheses: \"sum: \" + (a - b); Integer.parseInt(…) makes a number of a text.";
        }
        if (text && (said.contains("'<") || said.contains("'>"))) {
            return "Texts are compared with a.compareTo(b), which is below 0 where a comes first.";
        }
        if (said.matches("(?s).*'[<>]=?'.*first type:\\s+boolean.*")) {
            return "Two comparisons are joined with &&: 3 < x && x < 10.";
        }
        if (text && said.contains("incomparable") || text && said.contains("'=='")) {
            return "A text equals only a text: Integer.parseInt(…) makes a number of it, \"…\" a text of a number.";
        }
        if (said.contains("'!'") || said.contains("'&&'") || said.contains("'||'")) {
            return "It joins conditions, such as x > 3; a number is none.";
        }
        if (said.contains("<nulltype>")) {
            return "null is no object, and nothing can be reckoned with it.";
        }
        return said.contains("boolean")
                ? "A condition is no number: write condition ? 1 : 0."
                : "Numbers are reckoned with so; objects have methods for it, as a.add(b), a.compareTo(b), a.equals(b).";
    }

    private static String expected(String said) {
        if (said.contains("';'")) {
            return "A statement ends with a semicolon: write ; here.";
        }
        if (said.contains("'(' or '['")) {
            return "An object is made with parentheses: new ArrayList<>().";
        }
        var character = EXPECTED.matcher(said);
        if (character.find()) {
            var wanted = character.group(1) == null ? character.group(2) : character.group(1);
            return "Write " + wanted + " here: something opened or begun before it needs it.";
        }
        return said.contains("<identifier>")
                ? "A name is missing here; in a class, statements stand inside methods."
                : "Something is missing here, or the word before it is misspelt.";
    }

    /** Says which bracket is open; counted in source that does not parse, where a lexer may take all that follows for a text. */
    private static String open(String source) {
        var open = new ArrayList<Character>();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                open.add(c);
            } else if ((c == '}' || c == ')' || c == ']') && !open.isEmpty()) {
                open.remove(open.size() - 1);
            }
        }
        if (HELP.matcher(source.strip()).matches()) {
            return "For the documentation of a name press Shift+Tab behind it.";
        }
        var behind = source.stripTrailing();
        char last = behind.isEmpty() ? ';' : behind.charAt(behind.length() - 1);
        if (open.isEmpty() && last == '}' && source.matches("(?s).*\\bdo\\s*\\{.*")) {
            return "A do ends with its condition: do { … } while (…);";
        }
        if (open.isEmpty() && source.matches("(?s)[^:]*[^?:]\\?[^?:]+")) {
            return "A ? has a : behind it: condition ? one : other.";
        }
        if (open.isEmpty() && last == '.') {
            return "A name is missing behind the dot; Tab lists those that there are.";
        }
        if (open.isEmpty() && "+-*/%=&|^<>?:,".indexOf(last) >= 0) {
            return "Something is missing behind the " + last + " at the end.";
        }
        return open.isEmpty()
                ? "The cell ends too early: a semicolon is missing at its end."
                : "The cell ends before a "
                        + open.get(open.size() - 1)
                        + " that was opened is closed.";
    }

    private static String unreported(String said) {
        var words = List.of(said.replace(";", "").split(" "));
        var name = words.get(words.indexOf("exception") + 1);
        var simple = name.substring(name.lastIndexOf('.') + 1);
        return "This may throw "
                + simple
                + ": put it into try { … } catch ("
                + simple
                + " e) { … }, or write 'throws "
                + simple
                + "' after the method's parameters.";
    }
}

package himalia.kernel.advice;

import java.util.List;

/** What is right in Python, JavaScript, Kotlin or C, and no Java. */
final class OtherLanguages {
    private static final String VALUE = "[\\w)\"\\]]";
    private static final String PLAIN =
            "(?:int|long|double|float|boolean|char|byte|short|String|Integer|Double)";

    /** Until the end of what a statement asks: brackets in it are closed, and in them nothing is looked at. */
    private static final String HEAD = "(?:[^(){};?:\\n]|\\((?:[^()\\n]|\\([^()\\n]*\\))*\\))*+";

    static final List<Mistake> FORMS =
            List.of(
                    new Mistake(
                            "(?m)^[ \\t]*(import\\s+(?:numpy|pandas|matplotlib|sklearn|seaborn|torch|tensorflow)\\b.*)",
                            "this is Python's import",
                            "Here everything is imported that the guide names: tables are read by"
                                    + " Storage.read(\"file.csv\"), drawn by Charts and trained on by %train; %lsmagic"
                                    + " lists the magics."),
                    new Mistake(
                            "(?m)^[ \\t]*(import\\s+[\\w.]+\\s+as\\s+\\w+)",
                            "this is Python's import",
                            "Java imports a class by its whole name, and gives it no other: import java.util.List;"),
                    new Mistake(
                            "(?m)^[ \\t]*(from\\s+[\\w.]+\\s+import\\b)",
                            "this is Python's import",
                            "Java imports a class, import java.util.List; or static methods, import static"
                                    + " java.lang.Math.*;"),
                    new Mistake(
                            "(?m)^[ \\t]*((?:pip3?|conda|npm|apt|apt-get|mvn)\\s+install)\\b",
                            "'$1' is no Java",
                            "%maven group:artifact:version adds a library; a shell command begins with !."),
                    new Mistake(
                            "(?m)^[ \\t]*(if|elif|while|for|else|try|with)\\b" + HEAD + ":[ \\t]*$",
                            "'$1' has no : at its end",
                            "What belongs to it stands in braces, and a condition in parentheses: if (…) { … } else"
                                    + " { … }, while (…) { … }, for (var each : values) { … }."),
                    new Mistake(
                            "(?m)^[ \\t]*(except)\\b[^{};?\\n]*:",
                            "Java has no 'except'",
                            "Write try { … } catch (Exception e) { … }."),
                    new Mistake(
                            "(?m)^[ \\t]*(class\\s+\\w+)(?:\\([^)\\n]*\\))?\\s*:[ \\t]*$",
                            "'$1' has no : at its end",
                            "What belongs to it stands in braces: $1 { … }. What it inherits stands before: $1"
                                    + " extends Other { … }."),
                    new Mistake(
                            "(?<![\\w.\"])([fF])\"",
                            "a text has no '$1' before it",
                            "Write \"hello \" + name, or \"hello %s\".formatted(name)."),
                    new Mistake(
                            "(\\[)[^\\[\\]]*\\bfor\\b[^\\[\\]]*\\bin\\b[^\\[\\]]*\\]",
                            "Java has no list comprehensions",
                            "Write list.stream().map(x -> 2 * x).toList()."),
                    new Mistake(
                            "(?:\\A|[=(,]|\\breturn)[ \\t\\n]*+(\\{)[ \\t\\n]*+(?:\"[^\"\\n]*+\"|\\w++)[ \\t]*+:(?!:)",
                            "Java writes no maps in { }",
                            "Write Map.of(\"key\", 1, \"other\", 2), or fill a new HashMap<>() with map.put(key, value)."),
                    new Mistake(
                            "(?m)(?:^|[=(,]|\\breturn)[ \\t]*(lambda)\\b(?:[ \\t]+\\w+(?:[ \\t]*,[ \\t]*\\w+)*)?[ \\t]*:(?!:)",
                            "Java has no 'lambda'",
                            "Write x -> x + 1; of two values (x, y) -> x + y."),
                    new Mistake(
                            "(?m)^[ \\t]*((?:System\\.out\\.)?print(?:ln|f)?|echo|puts)[ \\t]+[\"\\w]",
                            "what is printed stands in parentheses",
                            "Write System.out.println(…);"),
                    new Mistake(
                            "(?<![\\w.])(const)\\s+(?:\\w+\\s+)?\\w+\\s*=",
                            "Java has no 'const'",
                            "Write final before the type: final double pi = 3.14; or final var pi = 3.14;"),
                    new Mistake(
                            "(?m)(?:^|[;{}])[ \\t]*((?:val|var|let)[ \\t]+\\w+[ \\t]*:[ \\t]*\\w+)",
                            "the type stands before the name",
                            "Write int count = 3; or var count = 3;"),
                    new Mistake(
                            "(?m)^[ \\t]*(?!default\\b)(\\w+[ \\t]*:[ \\t]*(?:int|str|float|bool|list|dict))\\b(?=[ \\t]*(?:=|$))",
                            "the type stands before the name",
                            "Write int count = 3; or var count = 3;"),
                    new Mistake(
                            "(?<![\\w.])(" + PLAIN + "\\?)\\s+\\w+\\s*[=;]",
                            "a type has no ?",
                            "Every object may be null, String too; for a number that may be missing write Integer or"
                                    + " Double."),
                    new Mistake(
                            VALUE + "\\s*(\\?:)",
                            "Java has no '?:'",
                            "Write x != null ? x : other, or Objects.requireNonNullElse(x, other)."),
                    new Mistake(
                            VALUE + "(\\?\\.)[a-zA-Z]",
                            "Java has no '?.'",
                            "Ask before: x == null ? null : x.name()."),
                    new Mistake(
                            VALUE + "[ \\t]+(if)[ \\t]+[^;{}\\n]*\\belse\\b",
                            "a choice between two values is written with ? and :",
                            "Write condition ? one : other."),
                    new Mistake(
                            VALUE + "[ \\t]+((?:not )?in)[ \\t]+[\\w\"\\[]",
                            "Java has no 'in'",
                            "A for has a colon, for (var x : values) { … }; whether a list holds a value says"
                                    + " list.contains(x)."),
                    new Mistake(
                            "(?<![\\w.])(for[eE]ach)\\s*\\((?:[^();]|\\([^()]*\\))*(?::|\\bin\\b)",
                            "Java has no '$1'",
                            "Write for (var each : values) { … }."),
                    new Mistake(
                            "(?<![\\w.])(\\d+\\.)(?=[a-zA-Z_]\\w*\\s*\\()",
                            "a number has no methods",
                            "String.valueOf(5) makes a text of it; Math has the functions."),
                    new Mistake(
                            "(?<![\\w.])(\\d{1,3}(?:\\.\\d{3}){2,})(?![\\w.])",
                            "a number has no points between its thousands",
                            "Write 1_000_000, or the digits alone."),
                    new Mistake(
                            "(?m)(?:\\b(?:int|long)\\s+|(?:^|[;{}])[ \\t]*)\\w+\\s*[-+*/]?=\\s*(\\d{1,3}(?:,\\d{3})+)\\s*(?:;|\\z)",
                            "a number has no commas between its thousands",
                            "Write 1_000_000, or the digits alone."),
                    new Mistake(
                            "(?<![\\w.])for\\s*\\([^()]*;[^()]*;[^();]*(;)\\s*\\)",
                            "a ; stands behind the last part of a 'for'",
                            "Take it away: for (int i = 0; i < 10; i++) { … }."),
                    new Mistake(
                            "\\bif\\s*\\(" + HEAD + "\\)\\s*(then)\\b",
                            "Java has no 'then'",
                            "Write if (…) { … }."),
                    new Mistake(
                            "\\w[ \\t]+\\w+\\([^()]*?\\b("
                                    + PLAIN
                                    + "[ \\t]+\\w+[ \\t]*=[^,()=]+)(?:,[^()]*)?\\)\\s*\\{",
                            "a parameter has no default value",
                            "Write a second method of the same name without it, that calls this one."),
                    new Mistake(
                            "(?m)(?:\\b(?:double|float)\\s+|(?:^|[;{}])[ \\t]*)\\w+\\s*[-+*/]?=\\s*(\\d+,\\d+)\\s*(?:[;+*/-]|\\z)",
                            "a number has a point and no comma",
                            "Write 3.14."),
                    new Mistake(
                            VALUE + "(\\[[^\\[\\]{}()?:;\\n]*:[^\\[\\]{}()?:;\\n]*\\])",
                            "Java cuts nothing out with [ : ]",
                            "Write text.substring(1, 3) of a text, list.subList(1, 3) of a list, Arrays.copyOfRange(array,"
                                    + " 1, 3) of an array."),
                    new Mistake(
                            "\\.\\s*(?:filter|map|forEach|let|also|apply|any|all|sortedBy|groupBy)\\s*(\\{)",
                            "a lambda stands in ( )",
                            "Write .filter(x -> x > 1)."),
                    new Mistake(
                            "\\(\\s*(\\.)[a-zA-Z_]\\w*\\s*\\(",
                            "nothing stands before the dot",
                            "Write x -> x.length(), or String::length."),
                    new Mistake(
                            "::\\s*[a-zA-Z_]\\w*\\s*(\\()",
                            "a method behind :: is not called",
                            "Take its ( ) away, String::length, or write x -> x.length()."),
                    new Mistake(
                            "\\bsynchronized\\s*(\\{)",
                            "'synchronized' says on which object it waits",
                            "Write synchronized (lock) { … }; a whole method is synchronized void f() { … }."),
                    new Mistake(
                            "(?<![\\w.])(async)\\s+(?:void|fun|def|function|\\w+\\s+\\w+\\s*\\()",
                            "Java has no 'async'",
                            "Write CompletableFuture.supplyAsync(() -> …); its join() waits for the value."),
                    new Mistake(
                            VALUE + "[ \\t]+(is(?: not)?)[ \\t]+\\w",
                            "Java has no 'is'",
                            "Write ==, of texts and other objects a.equals(b), of types x instanceof String."));

    private OtherLanguages() {}
}

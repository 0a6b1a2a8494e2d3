package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that no Java has, and that the compiler therefore explains by its consequences: what it is in plain words, and
 * what to write instead.
 *
 * @param form what it looks like in code without comments and texts; its first group, else all of it, is the place
 * @param message what is wrong, with {@code $1} for the group
 * @param hint what to do, likewise
 */
public record Mistake(Pattern form, String message, String hint) {
    static final String TYPE =
            "(?<![\\w.@])(?:int|long|double|float|boolean|char|byte|short|void|var|[A-Z]\\w*)"
                    + "(?:<[^;(){}=]*>)?(?:\\[\\])*[ \\t]+";
    static final String KEYWORD =
            "(?:abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do|double|else|enum"
                    + "|extends|final|finally|float|for|goto|if|implements|import|int|interface|long|native|new"
                    + "|package|private|protected|public|return|short|static|strictfp|super|switch|synchronized"
                    + "|throw|throws|transient|try|void|volatile|while|true|false|null|this|instanceof)\\b";
    private static final String VALUE = "[\\w)\"\\]]";

    private static final List<Mistake> ALL =
            List.of(
                    new Mistake(
                            "\\A\\s*(else)\\b",
                            "'else' without 'if'",
                            "An else follows its if at once, in the same cell: if (…) { … } else { … }. Look for a"
                                    + " semicolon between them, or for several lines after the if without braces."),
                    new Mistake(
                            "\\A\\s*(catch|finally)\\b",
                            "'$1' without 'try'",
                            "A $1 follows its try at once, in the same cell: try { … } $1 …"),
                    new Mistake(
                            "\\A\\s*(case|default)\\b(?=[^;{]*(?::|->))",
                            "'$1' outside of a switch",
                            "It stands in the braces of a switch: switch (value) { $1 … }."),
                    new Mistake(
                            "\\b(elseif|elsif|elif)\\s*(?=\\()",
                            "Java has no '$1'",
                            "Write else if, two words."),
                    new Mistake(
                            "\\b(else)\\s*\\((?:[^(){};]|\\((?:[^(){};]|\\([^(){};]*\\))*\\))*+\\)\\s*\\{",
                            "'else' takes no condition",
                            "Write else if (…) { … }."),
                    new Mistake(
                            "\\bif\\s*\\((?:[^(){};]|\\((?:[^(){};]|\\([^(){};]*\\))*\\))*+\\)\\s*(else)\\b",
                            "nothing stands between the 'if' and its 'else'",
                            "Write if (…) { … } else { … }."),
                    new Mistake(
                            "(?<![\\w.])(if|while|switch)\\s+(?![\\s(])[^;{]*\\{",
                            "the condition of '$1' stands in parentheses",
                            "Write $1 (…) { … }."),
                    new Mistake(
                            "(?<![\\w.])(for)\\s+(?![\\s(=;,:)])",
                            "what a 'for' goes through stands in parentheses",
                            "Write for (int i = 0; i < 10; i++) { … } to count, or for (var each : values) { … }."),
                    new Mistake(
                            "(?<![\\w.])(def|function|func|fun|fn)\\s+\\w+\\s*\\(",
                            "Java declares no methods with '$1'",
                            "Write the type that the method returns, its name, and its parameters with types: int"
                                    + " twice(int x) { return 2 * x; }. Where it returns nothing the type is void."),
                    new Mistake(
                            TYPE + "(?!this\\b)(" + KEYWORD + ")\\s*(?:=(?![=>])|;|,|\\(|\\Z)",
                            "'$1' is a word of Java's own, and no name",
                            "Choose another name, such as my$1."),
                    new Mistake(
                            TYPE + "(\\d\\w*[A-Za-z_]\\w*)\\s*[=;,]",
                            "'$1' is no name: it begins with a digit",
                            "A name begins with a letter; digits may follow."),
                    new Mistake(
                            TYPE + "(\\w+-\\w+)\\s*=(?!=)",
                            "'$1' is no name: - means minus",
                            "Names of several words are written in one: myName."),
                    new Mistake(
                            TYPE
                                    + "((?!"
                                    + KEYWORD
                                    + ")[a-z]\\w*[ \\t]+(?!"
                                    + KEYWORD
                                    + ")[a-z]\\w*)\\s*(?:=(?!=)|;)",
                            "'$1' is no name: it has a blank in it",
                            "Names of several words are written in one: myName. Two variables have a comma between"
                                    + " them."),
                    new Mistake(
                            "(?<![\\w.])((?:void|int|long|double|float|boolean|char|byte|short|String)\\s+(?:public|private|protected|static|final|abstract)\\b)",
                            "the words of '$1' stand in the wrong order",
                            "The type stands last, right before the name: public static void name()."),
                    new Mistake(
                            TYPE + "\\w+\\s*(\\[\\s*\\w+\\s*\\])\\s*[=;]",
                            "a variable's declaration has no number of elements",
                            "Write int[] name = new int[3];"),
                    new Mistake(
                            "(?<![\\w.])(?:int|long|double|boolean|char|[A-Z]\\w*)(\\[\\s*\\d+\\s*\\])\\s*\\w+\\s*[=;]",
                            "a variable's declaration has no number of elements",
                            "Write int[] name = new int[3];"),
                    new Mistake(
                            "=\\s*((?:int|long|double|float|boolean|char|byte|short|String)\\s*\\[\\s*\\w+\\s*\\])\\s*;",
                            "'new' is missing before $1",
                            "Write new $1."),
                    new Mistake(
                            "(?:\\A|=|\\(|,|\\breturn)\\s*(\\[[^\\[\\]]*\\])(?!\\s*\\.)",
                            "Java writes no values in [ ]",
                            "An array is int[] name = {1, 2, 3}; a list is List.of(1, 2, 3)."),
                    new Mistake(
                            "(?:\\A|[;{}])\\s*[a-z]\\w*\\s*=\\s*(\\{)",
                            "only a declaration gives an array its values in { } alone",
                            "Write new int[]{1, 2, 3}."),
                    new Mistake(
                            "(?<![\\w.])\\w*Set(?:<[^;=(){}]*>)?\\s+\\w+\\s*=\\s*(\\{)",
                            "only an array gets its values in { }",
                            "Write Set.of(1, 2, 3), or new HashSet<>(Set.of(1, 2, 3)) for a set that grows."),
                    new Mistake(
                            "(?<![\\w.])\\w*Map(?:<[^;=(){}]*>)?\\s+\\w+\\s*=\\s*(\\{)",
                            "only an array gets its values in { }",
                            "Write Map.of(\"key\", 1), or new HashMap<>(Map.of(\"key\", 1)) for a map that grows."),
                    new Mistake(
                            "(?<![\\w.])(?:\\w*List|Collection|Iterable|Queue|Deque|Array)(?:<[^;=(){}]*>)?\\s+\\w+\\s*=\\s*(\\{)",
                            "only an array gets its values in { }",
                            "Write List.of(1, 2, 3), or new ArrayList<>(List.of(1, 2, 3)) for a list that grows; of a map"
                                    + " Map.of(\"key\", 1)."),
                    new Mistake(
                            "(?<![\\w.])(for)\\s*\\([^;()]*=[^;()]*,[^;()]*[<>][^;()]*[,;][^;()]*\\)",
                            "a ; stands between the three parts of a 'for'",
                            "Write for (int i = 0; i < 10; i++) { … }."),
                    new Mistake(
                            "(?<![\\w.])(catch)\\s*\\{",
                            "'catch' names what it catches",
                            "Write catch (Exception e) { … }."),
                    new Mistake(
                            "(?<![\\w.])catch\\s*\\(\\s*([A-Z][\\w.]*(?:\\s*\\|\\s*[A-Z][\\w.]*)*)\\s*\\)",
                            "'catch' has a name for what it catches",
                            "Write catch ($1 e) { … }."),
                    new Mistake(
                            "[(,=+][ \\t]*+\"[^\"\\n]*\"[ \\t]+(\"[^\"\\n]*\")",
                            "nothing stands between two texts",
                            "Write + to join them, or a comma between two values."),
                    new Mistake(
                            "\"[^\"\\n]*\"([A-Za-z]\\w*)",
                            "a quote inside of a text ends it",
                            "Write \\\" for one that belongs to it: \"He said \\\"hi\\\".\""),
                    new Mistake(
                            "[=;{}][^;{}=]*,[ \\t]*((?:int|long|double|float|boolean|char|String)[ \\t]+\\w+)[ \\t]*=(?!=)",
                            "a type stands once in a declaration",
                            "Write int a = 1, b = 2; a variable of another type has a line of its own, behind a"
                                    + " semicolon."),
                    new Mistake(
                            "\\bnew\\s+(?:int|long|double|float|boolean|char|byte|short)\\s*(\\()",
                            "an array is made with [ ]",
                            "Write new int[3], or which values: new int[]{1, 2, 3}."),
                    new Mistake(
                            "\\bnew\\s+\\w+\\s*(\\[[^\\[\\]();]*,[^\\[\\]();]*\\])",
                            "the values of an array stand in { }",
                            "Write new String[]{\"a\", \"b\"}."),
                    new Mistake(
                            "(===)",
                            "Java has no '==='",
                            "Write ==; of texts and other objects a.equals(b)."),
                    new Mistake(
                            "(!==)",
                            "Java has no '!=='",
                            "Write !=; of texts and other objects !a.equals(b)."),
                    new Mistake(
                            VALUE + "\\s*(=>)",
                            "Java has no '=>'",
                            "Write >= for 'at least'; a lambda is written with ->."),
                    new Mistake(
                            VALUE + "\\s*(=<)\\s*[\\w(]",
                            "Java has no '=<'",
                            "Write <= for 'at most'."),
                    new Mistake(
                            "\\w\\s*(<>)\\s*[\\w\"]",
                            "Java has no '<>' between values",
                            "Write != for 'is not equal to'."),
                    new Mistake("(\\*\\*)", "Java has no '**'", "Write Math.pow(a, b)."),
                    new Mistake(
                            "(?:&&|\\|\\|)\\s*((?:[<>]=?|[!=]=)\\s*[\\w(])",
                            "a comparison has a value on both sides",
                            "Write the name again: x > 3 && x < 5."),
                    new Mistake(
                            VALUE + "\\s+(and)\\s+[\\w\"!]",
                            "Java has no 'and'",
                            "Write && between two conditions."),
                    new Mistake(
                            VALUE + "\\s+(or)\\s+[\\w\"!]",
                            "Java has no 'or'",
                            "Write || between two conditions."),
                    new Mistake(
                            "(?:\\A|[(=;&|]|return)\\s*(not)\\s+\\w",
                            "Java has no 'not'",
                            "Write ! before the condition."),
                    new Mistake(
                            "([“”„‟″])",
                            "$1 is no quote of Java's",
                            "Write texts between straight quotes: \"…\". Quotes become curved when code is copied from a"
                                    + " text document."),
                    new Mistake(
                            "([‘’‚`´])",
                            "$1 is no quote of Java's",
                            "Write a character between straight quotes: 'x'."),
                    new Mistake(
                            "(?m)^[ \\t]*(#)(?!!)",
                            "Java has no lines that begin with #",
                            "A comment begins with //; what C includes is imported: import java.util.*;"),
                    new Mistake(
                            "(?<![\\w.])(new\\s+[A-Z][\\w.]*(?:<[^;(){}]*>)?)\\s*(?:;|\\Z)",
                            "the parentheses are missing behind '$1'",
                            "Write $1()."));

    Mistake(String form, String message, String hint) {
        this(Pattern.compile(form), message, hint);
    }

    /** Returns the first of them in a source whose form the compiler refuses for these problems, and there. */
    static Optional<Diagnosis> in(String source, List<Problem> problems) {
        var bare = Cutter.bare(source);
        var found = new ArrayList<Diagnosis>();
        MisspeltWord.in(bare, problems).ifPresent(found::add);
        MisspeltKind.in(bare, problems).ifPresent(found::add);
        for (var forms :
                List.of(
                        SwitchForms.FORMS,
                        OtherLanguages.FORMS,
                        ForeignForms.FORMS,
                        HeadForms.FORMS,
                        DeclarationForms.FORMS,
                        ALL)) {
            for (var mistake : forms) {
                var matcher = mistake.form.matcher(bare);
                while (matcher.find()) {
                    if (Syntax.isBroken(problems, source, matcher.start(1), matcher.end())) {
                        found.add(mistake.at(matcher, source));
                        break;
                    }
                }
            }
        }
        if (found.isEmpty()) {
            MistakenMethod.bodiless(bare, problems).ifPresent(found::add);
        }
        LaterJava.in(bare, problems).ifPresent(found::add);
        ForgottenKind.in(bare, problems).ifPresent(found::add);
        EnumConstants.in(bare, problems).ifPresent(found::add);
        MistakenMethod.in(bare, problems).ifPresent(found::add);
        Indexed.in(problems).ifPresent(found::add);
        unopened(source).ifPresent(found::add);
        int comment = Cutter.openComment(source);
        if (comment < 0) {
            Unclosed.in(bare, problems).ifPresent(found::add);
        } else {
            found.add(
                    found(
                            comment,
                            comment + 2,
                            "a comment begins with /* and never ends",
                            "Write */ where it ends."));
        }
        return found.stream()
                .min((one, other) -> Long.compare(one.problem().start(), other.problem().start()));
    }

    private Diagnosis at(Matcher matcher, String source) {
        var words = source.substring(matcher.start(1), matcher.end(1)).replaceAll("\\s+", " ");
        return found(
                matcher.start(1),
                matcher.end(1),
                message.replace("$1", words),
                hint.replace("$1", words));
    }

    private static Optional<Diagnosis> unopened(String source) {
        int at = Cutter.unopened(source);
        if (at < 0) {
            return Optional.empty();
        }
        var closing = source.substring(at, at + 1);
        return Optional.of(
                found(
                        at,
                        at + 1,
                        "this " + closing + " closes nothing",
                        "Take it away, or write "
                                + Cutter.opening(closing)
                                + " where it should begin."));
    }

    static Diagnosis found(int start, int end, String message, String hint) {
        return new Diagnosis(new Problem("himalia.err.mistake", message, start, end), hint);
    }
}

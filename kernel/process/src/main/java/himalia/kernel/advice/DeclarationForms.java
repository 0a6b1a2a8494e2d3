package himalia.kernel.advice;

import java.util.List;

/** ClassSlips, methods and fields that are declared as no Java has it. */
final class DeclarationForms {
    private static final String HEAD = Mistake.TYPE + "\\w+\\s*\\([^(){};]*\\)\\s*";

    static final List<Mistake> FORMS =
            List.of(
                    new Mistake(
                            "\\bclass\\s+\\w+(?:<[^{}]*>)?\\s+extends\\s+[\\w.]+(?:<[^{},]*>)?\\s*(,)",
                            "a class extends one class",
                            "Interfaces stand behind implements: class A extends B implements C, D."),
                    new Mistake(
                            "\\bclass\\s+\\w+\\s+(inherits|extend|implement|derives)\\s",
                            "Java has no '$1'",
                            "Write extends before a class, implements before interfaces."),
                    new Mistake(
                            "\\bclass\\s+\\w+[ \\t]*(:)[ \\t]*\\w[\\w., ]*\\{",
                            "what a class inherits stands behind a word",
                            "Write extends before a class, implements before interfaces."),
                    new Mistake(
                            "\\bclass\\s+\\w+\\s*(\\([^(){}]*\\))\\s*\\{",
                            "a class has no ( ) behind its name",
                            "What an object is made with belongs to a constructor inside of it; a record has it there:"
                                    + " record Point(int x, int y) { }."),
                    new Mistake(
                            "\\bclass\\s+(\\w+[ \\t]+(?!extends|implements|permits)\\w+)\\s*\\{",
                            "'$1' is no name: it has a blank in it",
                            "Names of several words are written in one: MyClass."),
                    new Mistake(
                            "(?:\\A|[;{}\\n]|\\b(?:public|abstract|final)\\s)[ \\t]*(Class|Interface|Enum)\\s+\\w+(?:\\s+(?:extends|implements)\\s[^;(){}=]*)?\\s*\\{",
                            "'$1' has a capital",
                            "Java's own words are written small: class, interface, enum."),
                    new Mistake(
                            "(?:\\A|[;{}\\n]|\\b(?:public|private|protected|static|final)\\s)[ \\t]*"
                                    + Mistake.TYPE
                                    + "(?!"
                                    + Mistake.KEYWORD
                                    + ")(\\w+)\\s*\\{",
                            "the parentheses are missing behind '$1'",
                            "Write $1() { … }."),
                    new Mistake(
                            "(?<![\\w.@])(?:int|long|double|float|boolean|char|byte|short)[ \\t]+(\\w+)\\s*=\\s*\\{",
                            "values in { } are those of an array",
                            "Its type has [ ]: int[] $1 = {1, 2, 3};"),
                    new Mistake(
                            "(?<![\\w.])(?!\\w*(?:Set|Map|List)\\b|(?:Collection|Iterable|Queue|Deque|Array)\\b)[A-Z]\\w*(?:<[^;=(){}]*>)?\\s+\\w+\\s*=\\s*(\\{)",
                            "only an array gets its values in { }",
                            "An array has [ ] behind its type: int[] a = {1, 2}; an object is made with new, or by a method of its class."),
                    new Mistake(
                            HEAD + "(;)\\s*\\{",
                            "the ; ends the method before its body",
                            "Take it away: the { follows the )."),
                    new Mistake(
                            HEAD + "(return\\b)",
                            "the body of a method stands in braces",
                            "Write { return …; }."),
                    new Mistake(
                            HEAD + "(=>)",
                            "the body of a method stands in braces",
                            "Write { return …; }."),
                    new Mistake(
                            HEAD + "(=)(?![=>])",
                            "the body of a method stands in braces",
                            "Write { return …; }."),
                    new Mistake(
                            Mistake.TYPE
                                    + "\\w+\\s*\\((?:[^(){};]*,)?\\s*(?!"
                                    + Mistake.KEYWORD
                                    + ")([a-z]\\w*)\\s*(?:,[^(){};]*)?\\)\\s*\\{",
                            "a parameter has a type",
                            "Write it before the name: int $1."),
                    new Mistake(
                            Mistake.TYPE
                                    + "\\w+\\s*\\((?:[^(){};]*,)?\\s*([a-z]\\w*[ \\t]*:[ \\t]*\\w+)[^(){};]*\\)\\s*\\{",
                            "the type stands before the name",
                            "Write int count."),
                    new Mistake(
                            "\\b(?:private|public|protected)\\s+(?:static\\s+|final\\s+)*([a-z]\\w*)\\s*[=;]",
                            "'$1' has no type",
                            "Write it before the name: int $1."),
                    new Mistake(
                            "(?<![\\w.])(?:int|long|double|float|boolean|char|String)\\s+\\w+\\s*(==)",
                            "a variable is given its value by one =",
                            "Write =; == asks whether two are equal."),
                    new Mistake(
                            "(?:\\A|[;{}])\\s*(throws)\\s+new\\b",
                            "'throws' stands behind the parameters of a method",
                            "Write throw new …;"),
                    new Mistake(
                            "\\bimport\\s+([A-Z]\\w*)\\s*;",
                            "an import names the package of a class",
                            "Write it before the name, as in import java.util.ArrayList;"),
                    new Mistake(
                            "\\bnew\\s+\\w+\\s*(\\[\\s*\\w+\\s*,\\s*\\w+\\s*\\])",
                            "each dimension of an array has its own [ ]",
                            "Write new int[3][4]; which values it has stands in { }: new int[]{3, 4}."),
                    new Mistake(
                            "\\bnew\\s+\\w+\\s*(\\[\\s*\\]\\s*\\[\\s*\\w+\\s*\\])",
                            "the first dimension of an array is missing",
                            "Write new int[3][] or new int[3][4]."),
                    new Mistake(
                            "(?m)(?:^|[;{}])[ \\t]*(if|while|switch)[ \\t]+(?:\\d|\")",
                            "a condition stands in parentheses",
                            "Write $1 (…) { … }."),
                    new Mistake(
                            "(?m)(?:^|[;{}])[ \\t]*(?!(?:if|while|switch|return|break|continue|case|throw|assert|yield|else|do|new|when|echo|puts|int|long|double|float|boolean|char|byte|short|var|void)\\b)([a-z]\\w*)[ \\t]+(?:\\d|\")",
                            "what a method is given stands in parentheses",
                            "Write $1(…)."),
                    new Mistake(
                            "(?<![\\w.])(?!(?:for|if|while|switch|catch|case|try|foreach|forEach|loop)\\b)[\\w.]*\\w\\s*\\((?:[^(){};:?]*,)?\\s*([a-z]\\w*\\s*:)(?!:)(?!\\s*(?:int|long|double|float|boolean|bool|char|str|[A-Z]\\w*[a-z]\\w*)\\s*[,)=<])\\s*[\\w\"'(-](?![^(){};]*\\)\\s*[{:])",
                            "a value is given without a name",
                            "Write the values alone, in the order in which they are taken: f(1, 2)."));

    private DeclarationForms() {}
}

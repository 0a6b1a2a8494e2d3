package himalia.kernel.advice;

import java.util.List;

/** Words and signs of Python, Kotlin and C at the beginning of a statement or between values, and signs that are torn apart. */
final class ForeignForms {
    private static final String VALUE = "[\\w)\"\\]]";
    private static final String START = "(?m)(?:^|[;{}])[ \\t]*";
    private static final String NONE = "Java has no '$1'";

    static final List<Mistake> FORMS =
            List.of(
                    misspelt("while", "whlie|wihle|whiel|hwile|whille|wile"),
                    misspelt("switch", "swtich|siwtch|swich|swicth|switc|swithc"),
                    misspelt("for", "fro|ofr"),
                    new Mistake(
                            START + "(If|While|For|Switch)\\s*\\([^{}]*\\)\\s*\\{",
                            "'$1' has a capital",
                            "Java's own words are written small: if, for, while, switch."),
                    new Mistake(START + "(unless)\\s*\\(", NONE, "Write if (!(…)) { … }."),
                    new Mistake(START + "(until)\\s*\\(", NONE, "Write while (!(…)) { … }."),
                    new Mistake(
                            "(?:\\A|[;{}=\\n]|\\breturn)[ \\t]*(when|match)\\s*(?:\\([^()]*\\)|\\w+)\\s*[{:]",
                            NONE,
                            "Write switch (x) { case 1 -> …; default -> … }."),
                    new Mistake(
                            START + "(object)\\s+[A-Z]\\w*\\s*\\{",
                            NONE,
                            "Write a class, and make one object of it; or an enum with one constant."),
                    new Mistake(
                            START + "(data\\s+class|case\\s+class|dataclass)\\s+\\w+",
                            NONE,
                            "Write a record: record Point(int x, int y) { }."),
                    new Mistake(
                            START + "(raise)\\s+\\w",
                            NONE,
                            "Write throw new IllegalArgumentException(\"…\");"),
                    new Mistake(
                            START + "(goto)\\s+\\w+\\s*;",
                            NONE,
                            "A loop repeats; break leaves it, and continue goes on with it."),
                    new Mistake(
                            START + "(unsigned)\\s+\\w+",
                            NONE,
                            "Write int, or long where numbers are larger."),
                    new Mistake(
                            "\\b(?:int|char|double|float|long|void)\\s*(\\*+)\\s*\\w+\\s*[;=,)]",
                            "Java has no pointers",
                            "A variable of a class refers to its object by itself: take the * away."),
                    new Mistake(
                            "(?m)^[ \\t]*(import[ \\t]+[a-z]\\w*)[ \\t]*;?[ \\t]*$",
                            "this is Python's import",
                            "Math needs none, Math.sqrt(2); Java imports a class by its whole name: import java.util.List;"),
                    conversion(
                            "int",
                            "Integer.parseInt(…) reads a number from a text, (int) before a number cuts it down."),
                    conversion(
                            "long",
                            "Long.parseLong(…) reads a number from a text, (long) before a number makes a long of it."),
                    conversion(
                            "double",
                            "Double.parseDouble(…) reads a number from a text, (double) before a number makes a double of it."),
                    conversion(
                            "float",
                            "Float.parseFloat(…) reads a number from a text, (float) before a number makes a float of it."),
                    conversion(
                            "boolean",
                            "Boolean.parseBoolean(…) is true of the text true; of a number write n != 0."),
                    conversion(
                            "char",
                            "(char) before a number makes the character of it, text.charAt(0) takes the first of a text."),
                    new Mistake(
                            START
                                    + "((?:final|static)\\s++(?!"
                                    + Mistake.KEYWORD
                                    + ")\\w++)\\s*=(?!=)",
                            "the type is missing",
                            "It stands before the name, int x = 3; var x = 3; takes that of the value."),
                    new Mistake(
                            "\\bcatch\\s*\\(\\s*([a-z]\\w*)\\s*\\)",
                            "what is caught has a type",
                            "Write catch (Exception $1)."),
                    new Mistake(
                            "\\w\\s*(:=)",
                            NONE,
                            "Write int x = 3; where x is new, and x = 3; where it is there."),
                    new Mistake(
                            "(?m)(?:^|[;{}])[ \\t]*(\\w+[ \\t]*,[ \\t]*\\w+)[ \\t]*=(?!=)",
                            "each variable is given its value by itself",
                            "Write x = 1; y = 2;"),
                    new Mistake(
                            "\\bassert\\b[^;:?\\n,()]*(?:\\([^()]*\\)[^;:?\\n,()]*)*(,)\\s*\"",
                            "a : stands before what an assert says",
                            "Write assert x > 0 : \"x is \" + x;"),
                    new Mistake(
                            "\\bassert\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*?(,)\\s*\"",
                            "a : stands before what an assert says",
                            "Write assert x > 0 : \"x is \" + x;"),
                    new Mistake(
                            VALUE + "[ \\t]+(to|until|downTo|step)[ \\t]+[\\w\"]",
                            NONE,
                            "Of a map write Map.of(\"a\", 1); to count write for (int i = 1; i <= 3; i++) { … }."),
                    new Mistake(
                            "\\bfor\\s*\\([^();:=]*\\w[ \\t]+(of)[ \\t]+\\w",
                            NONE,
                            "A for has a colon: for (var x : values) { … }."),
                    new Mistake(
                            VALUE + "[ \\t]+(as)[ \\t]+(?:[A-Z]\\w*|int|long|double)\\b",
                            NONE,
                            "Write (Type) before the value."),
                    new Mistake(
                            "\\w\\)?(!!)",
                            NONE,
                            "Take it away: what is null and is used ends with a NullPointerException by itself."),
                    new Mistake(
                            "\\w\\s*([+*/%-][ \\t]+=)(?!=)",
                            "a blank tears '$1' apart", "Write it in one: +=."),
                    new Mistake(
                            "\\[\\]\\s*\\w+\\s*=\\s*(\\()[^()]*,[^()]*\\)\\s*;",
                            "the values of an array stand in { }",
                            "Write int[] numbers = {1, 2, 3};"),
                    new Mistake(
                            "\\bnew\\s+\\w+\\s*\\[\\s*\\w*\\s*\\]\\s*(=)\\s*\\{",
                            "an array is made once",
                            "Write the number or the values: new int[3], or new int[]{1, 2, 3}."),
                    new Mistake(
                            "\\bfor\\s*\\([^;()]*;[^;]*;\\s*\\w+\\s*([+-])\\s*\\)",
                            "'$1' alone counts nothing",
                            "Write i++ to count up, i-- to count down."),
                    new Mistake(
                            "\\bfor\\s*\\(\\s*\\w+\\s+\\w+\\s*(,)\\s*(?:\\w+\\s+)?\\w+\\s*:",
                            "a for goes through its values with one variable",
                            "Of a map write for (var entry : map.entrySet()), and entry.getKey(), entry.getValue() in it."),
                    new Mistake(
                            "(`)[^`\\n]*`",
                            "$1 is no quote of Java's",
                            "Write a text between straight quotes: \"…\"."));

    private ForeignForms() {}

    /** A word with a head in parentheses and a body in braces, which no call has. */
    private static Mistake misspelt(String word, String slips) {
        return new Mistake(
                START + "(" + slips + ")\\s*\\([^{}]*\\)\\s*\\{",
                NONE,
                "Did you mean " + word + "?");
    }

    /** A type that is called as if it made a value of another one. */
    private static Mistake conversion(String type, String hint) {
        return new Mistake(
                "(?:\\A|[=(,;{}]|\\breturn)\\s*(" + type + ")\\s*\\([^()]",
                "a type is no method",
                hint);
    }
}

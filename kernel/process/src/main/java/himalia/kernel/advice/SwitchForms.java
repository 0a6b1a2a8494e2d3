package himalia.kernel.advice;

import java.util.List;

/** What is written in a switch, or to leave it and a loop, as no Java has it. */
final class SwitchForms {
    private static final String LABEL = "(?:\\bcase\\b[^;{}:?]*?|\\bdefault\\s*)->\\s*";

    static final String GUARD =
            "A condition behind the type of a case begins with when: case Integer i when i > 2 -> …";

    /** What a case names that binds a name, or parts. */
    private static final String PATTERN =
            "\\bcase\\s+(?:final\\s+)?[A-Z][\\w.]*(?:<[^;(){}]*>)?(?:\\s+[a-z]\\w*|\\s*\\([^(){};]*\\))\\s*";

    static final List<Mistake> FORMS =
            List.of(
                    new Mistake(
                            "(?:=|[(,]|\\breturn|\\byield)\\s*switch\\s*\\([^{};]*\\)\\s*\\{(?:[^{}]|\\{[^{}]*\\})*?->\\s*(return)\\b",
                            "behind an arrow stands a value, a call, { } or throw",
                            "This switch has a value, which a case gives without return: -> value; in braces by yield."),
                    new Mistake(
                            LABEL + "(yield)\\b",
                            "behind an arrow the value stands alone",
                            "Take yield away, -> 5; or put it into braces: -> { yield 5; }."),
                    new Mistake(
                            "[(=,]\\s*(?:\\w+|\\([^()]*\\))\\s*->\\s*(return)\\b",
                            "behind an arrow the value stands alone",
                            "Take return away, x -> x + 1; or put it into braces: x -> { return x + 1; }."),
                    new Mistake(
                            LABEL + "(break)\\s*;",
                            "an arrow needs no break",
                            "No case runs on into the next one: a case that does nothing is -> { }."),
                    new Mistake(
                            LABEL + "(return|continue)\\b",
                            "behind an arrow stands a value, a call, { } or throw",
                            "Put it into braces: -> { $1 …; }."),
                    new Mistake(
                            "\\bswitch\\s*\\([^(){};]*(?:\\([^()]*\\)[^(){};]*)*\\)\\s*\\{\\s*(?!case\\b|default\\b|else\\b)(-?\\w+|\"[^\"\\n]*\"|'[^'\\n]*')\\s*(?:->|:(?!:))",
                            "'case' is missing before $1",
                            "Write case $1 -> …"),
                    new Mistake(
                            "[;{}]\\s*(when)\\s+[^;{}]*?(?:->|=>|:(?!:))",
                            "Java has no '$1' in a switch",
                            "Write case in its place: case 1 -> …"),
                    new Mistake(
                            "(?:\\bcase\\s[^;{}:>]*?|[;{}]\\s*default\\s*)(=>)",
                            "Java has no '=>'",
                            "Behind what case names stands ->: case 1 -> …"),
                    new Mistake(
                            "[;{}]\\s*(else|otherwise|_)\\s*(?:->|:(?!:))",
                            "Java has no '$1' in a switch",
                            "Write default -> … for all other values."),
                    new Mistake(
                            "\\bcase\\s+(\\w+\\s*(?:\\.\\.\\.?<?)\\s*\\w+)",
                            "Java has no ranges behind case",
                            "Write each value, case 1, 2, 3 -> …; of many ask by if (x >= 1 && x <= 9)."),
                    new Mistake(
                            PATTERN + "(&&?|\\bif\\b|\\band\\b|\\bwhere\\b)",
                            "a condition behind the type of a case begins with 'when'",
                            "Write when in place of $1: case Integer i when i > 2 -> …"),
                    new Mistake(
                            PATTERN + "(\\|\\|?|\\bor\\b)",
                            "a case that binds names has one pattern",
                            "Write a case for each; a condition behind one begins with when: case Integer i when i > 2 -> …"),
                    new Mistake(
                            "\\bswitch\\s*\\([^(){};]*(?:\\([^()]*\\)[^(){};]*)*\\)\\s*(case|default)\\b",
                            "the cases of a switch stand in braces",
                            "Write switch (…) { $1 … }."),
                    new Mistake(
                            "\\bcase\\s[^;{}:>]*,\\s*(case)\\b",
                            "case stands once before several values",
                            "Write case 1, 2 …"),
                    new Mistake(
                            LABEL
                                    + "((?:final\\s+)?(?:int|long|double|float|boolean|char|byte|short|var|[A-Z][\\w.]*(?:<[^;(){}]*>)?)(?:\\[\\])*\\s+[a-z]\\w*)\\s*=(?!=)",
                            "behind an arrow stands a value, a call, { } or throw",
                            "Put the variable into braces: -> { $1 = …; }."),
                    new Mistake(
                            LABEL + "[^;{}]*?(,)\\s*(?:case\\b|default\\s*->)",
                            "a case ends with a semicolon",
                            "Write ; in place of the comma."),
                    new Mistake(
                            "\\bcase\\s+((?:[<>]=?|[!=]=|in\\b|is\\b)\\s*[\\w.\"]+)",
                            "no comparison stands behind case",
                            "case names values; what is compared is asked by if (…) { … } else if (…) { … }."),
                    new Mistake(
                            "\\bcase\\s+[\\w.\"']+\\s+(or|and)\\s+[\\w.\"']+\\s*(?:->|:|\\bor\\b)",
                            "commas stand between the values of a case",
                            "Write case 1, 2 -> …"),
                    new Mistake(
                            "(?:\\A|[;{}])\\s*((?:break|continue)\\s+\\d+)\\s*;",
                            "'$1' counts no loops",
                            "It is about the loop around it; an outer one is given a name: outer: for (…) { … break outer; }."));

    private SwitchForms() {}
}

package himalia.kernel.advice;

import java.util.List;

/** Heads of classes, records, interfaces and enums that no Java has, and words of Java's own as names. */
final class HeadForms {
    private static final String TYPES = "(?:<[^(){};]*>)?";

    private static final String TYPE =
            "(?:void|int|long|double|float|boolean|char|byte|short|String)";

    private static final String WORD = "'$1' is a word of Java's own, and no name";
    private static final String OTHER = "Choose another name, such as my$1.";

    static final List<Mistake> FORMS =
            List.of(
                    new Mistake(
                            "(?<![\\w.@])("
                                    + TYPE
                                    + "[ \\t]+"
                                    + TYPE
                                    + ")[ \\t]+(?!"
                                    + Mistake.KEYWORD
                                    + ")\\w+\\s*[(=;,)]",
                            "'$1' is one type too many",
                            "One type stands before a name: take the other away."),
                    new Mistake(
                            "(?:\\A|[;{}\\n])[ \\t]*(Public|Private|Protected|Static|Final|Abstract)\\s+(?:"
                                    + TYPE
                                    + "|class|interface|enum|record|public|private|static|final|abstract|[A-Z]\\w*\\s+\\w+)\\b",
                            "'$1' has a capital",
                            "Java's own words are written small: public, static, final."),
                    new Mistake(
                            "(?:\\A|[;{}\\n])[ \\t]*(typedef)\\s+\\w",
                            "Java has no '$1'",
                            "A type has one name; a record makes a new one: record Point(int x, int y) { }."),
                    new Mistake(
                            "\\benum\\s+\\w+\\s*(\\([^(){}]*\\))\\s*\\{",
                            "an enum has no ( ) behind its name",
                            "What a constant is made with belongs to a field and a constructor inside of it:"
                                    + " enum Size { S(1); final int cm; Size(int cm) { this.cm = cm; } }."),
                    new Mistake(
                            Mistake.TYPE
                                    + "\\w+\\s*\\((?:[^(){};<>]*,)?\\s*((?:int|long|double|float|boolean|char|byte|short|String)(?:\\[\\])*)\\s*[,)][^(){};]*\\)?\\s*\\{",
                            "a parameter has a name",
                            "Write it behind the type: $1 value."),
                    new Mistake(
                            "\\)\\s*(throw)\\s+[A-Z][\\w.]*(?:\\s*,\\s*[A-Z][\\w.]*)*\\s*[{;]",
                            "what a method may throw is named behind 'throws'",
                            "Write throws in place of throw."),
                    new Mistake(
                            "(?:\\A|[;{}\\n])[ \\t]*(?:(?:public|private|protected|static|final)\\s+)*+"
                                    + Mistake.TYPE
                                    + "(?!"
                                    + Mistake.KEYWORD
                                    + ")\\w+\\s*\\([^(){};]*\\)\\s*(->)",
                            "a method has its body in braces",
                            "Write { return …; } in place of -> …;"),
                    new Mistake(
                            "\\brecord\\s+\\w+"
                                    + TYPES
                                    + "\\s*\\([^(){}]*\\)\\s*(?:implements\\s[^{};]*?)?\\b(extends)\\b",
                            "a record extends no class",
                            "Take extends away: a record implements interfaces, and holds other objects."),
                    new Mistake(
                            "\\brecord\\s+(\\w+)" + TYPES + "\\s*(?:implements\\s[^(){};]*)?\\{",
                            "what a record holds stands in parentheses behind its name",
                            "Write record $1(int x, int y) { }."),
                    new Mistake(
                            "\\brecord\\s+\\w+"
                                    + TYPES
                                    + "\\s*\\((?:[^(){};]*,)?\\s*(?!"
                                    + Mistake.KEYWORD
                                    + ")([a-z]\\w*)\\s*[,)]",
                            "'$1' has no type",
                            "Write it before the name: int $1."),
                    // A constructor; in capitals it may be a constant of an enum.
                    new Mistake(
                            "(?:[;{}]|\\b(?:public|private|protected))\\s*[A-Z]\\w*[a-z]\\w*\\s*\\((?:[^(){};]*,)?\\s*"
                                    + "(?!(?:int|double|long|boolean|char|float|byte|short|null|true|false|this)\\b)"
                                    + "([a-z]\\w*)\\s*[,)][^(){};]*\\)?\\s*\\{",
                            "'$1' has no type",
                            "Write it before the name: int $1."),
                    new Mistake(
                            "\\brecord\\s+\\w+" + TYPES + "\\s*\\([^(){};]*\\)\\s*(;|\\z)",
                            "a record has braces",
                            "Write { } behind it: record Point(int x, int y) { }."),
                    new Mistake(
                            "\\binterface\\s+\\w+" + TYPES + "\\s+(implements)\\b",
                            "an interface implements nothing",
                            "Write extends: interface A extends B."),
                    new Mistake(
                            "\\benum\\s+\\w+\\s+(?:implements\\s[^{};]*?)?\\b(extends)\\b",
                            "an enum extends no class",
                            "Take extends away: an enum implements interfaces, and holds other objects in fields."),
                    new Mistake(
                            "\\bclass\\s+\\w+" + TYPES + "\\s+implements\\s[^{};]*?\\b(extends)\\b",
                            "extends stands before implements",
                            "Write class A extends B implements C."),
                    new Mistake(
                            "\\b(?:class|interface|enum|record)\\s+("
                                    + Mistake.KEYWORD
                                    + ")\\s*(?:\\{|\\(|<|extends\\s+\\w+\\s*\\{)",
                            WORD,
                            OTHER),
                    new Mistake(Mistake.TYPE + "(this)\\s*(?:=(?!=)|;)", WORD, OTHER),
                    new Mistake(
                            Mistake.TYPE
                                    + "(?!this\\b|default\\s*(?::|=>))("
                                    + Mistake.KEYWORD
                                    + ")\\s*[:)]",
                            WORD,
                            OTHER),
                    new Mistake(
                            ",\\s*(?!this\\b|super\\b)(" + Mistake.KEYWORD + ")\\s*=(?!=)",
                            WORD,
                            OTHER),
                    new Mistake(
                            "(?:=|\\(|,)\\s*(?!default\\b|null\\b|true\\b|false\\b)("
                                    + Mistake.KEYWORD
                                    + ")\\s*->",
                            WORD,
                            OTHER),
                    new Mistake(
                            "(?:\\A|[;{}\\n])[ \\t]*(?!this\\b|super\\b)("
                                    + Mistake.KEYWORD
                                    + ")\\s*=(?!=)",
                            WORD,
                            OTHER));

    private HeadForms() {}
}

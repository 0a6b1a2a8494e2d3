package himalia.kernel.advice;

import java.util.List;

/** Heads of classes, records, interfaces and enums that no Java has, and words of Java's own as names. */
final class HeadForms {
    private static final String TYPES = "(?:<[^(){};]*>)?";

    private static final String WORD = "'$1' is a word of Java's own, and no name";
    private static final String OTHER = "Choose another name, such as my$1.";

    static final List<Mistake> FORMS =
            List.of(
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
                                    + "\\s*\\((?:[^(){};]*,)?\\s*(?!int\\b|double\\b)([a-z]\\w*)\\s*[,)]",
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
                                    + "(?!this\\b|default\\s*:)("
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

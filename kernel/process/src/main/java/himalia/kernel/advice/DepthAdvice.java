package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;

/** Why calls went deeper than there is room for: whether what ends them is missing, or is there and never met, nobody here knows. */
final class DepthAdvice {
    private DepthAdvice() {}

    static String of(Thrown thrown) {
        var called =
                thrown.frames().stream()
                        .filter(each -> each.getClassName().startsWith(Cells.PACKAGE + "."))
                        .map(StackTraceElement::getMethodName)
                        .findFirst()
                        .orElse("");
        return switch (called) {
            case "<init>" ->
                    "Making an object makes another one, and that again one, without end: give a field its object later, or to the constructor.";
            case "toString", "hashCode", "equals" ->
                    called
                            + " asks what the object holds, and that asks again: objects that hold each other never come to an end. Leave one of them out of it.";
            case "" ->
                    "Calls go deeper than there is room for: a collection that holds itself never comes to an end.";
            default ->
                    "Calls go deeper than there is room for: what ends them is missing, is never met, or is met too late. Print what "
                            + (called.matches("\\w+") && !called.startsWith("lambda")
                                    ? called
                                    : "the method")
                            + " is given; a loop goes as far as it must.";
        };
    }
}

package himalia.kernel.advice;

import himalia.javac.Surprise;

/** What is said, once, of code that runs and does something else than who learns Java expects. */
final class GentleWords {
    private GentleWords() {}

    static String of(Surprise surprise) {
        return switch (surprise) {
            case TEXTS_COMPARED ->
                    "== asks whether two texts are one and the same object; a.equals(b) asks whether they are equal";
            case NUMBERS_COMPARED ->
                    "== asks whether two Integer objects are one and the same, as small ones are and large ones are not; a.equals(b) compares the numbers";
            case WHOLE_DIVISION ->
                    "whole numbers divide to a whole number, 5 / 2 to 2, before it becomes a double; write 5.0 / 2, or (double) a / b";
            case EXCLUSIVE_OR ->
                    "^ compares bits and is no power: 2 ^ 10 is 8; Math.pow(2, 10) is 1024.0";
            case EMPTY_IF ->
                    "the ; right behind if (…) is all that the if decides on: what follows it runs always";
            case EMPTY_LOOP ->
                    "the ; right behind for (…) or while (…) is all that is repeated: the { } behind it run once";
            case IDLE_LOOP ->
                    "the ; right behind for (…) is all that is repeated: the loop only counts, and what follows it runs once";
            case OVERFLOW ->
                    "an int ends at 2,147,483,647, and goes on at the other end: of a long there is more, 1L * 1000000 * 1000000";
            case RUN_AT_ONCE ->
                    "run() of a thread runs it here and now, as any method; start() lets it run beside what follows";
            case CHANGED_BY_MANY ->
                    "several threads put into one collection at once, and elements get lost: let the stream make the list, by toList() or collect(…)";
            case GIVEN_ITSELF ->
                    "x = x gives a variable the value that it has; where a parameter has the name of a field, this.x = x gives it to the field";
            case ARRAY_AS_TEXT ->
                    "an array as a text is its type and a number; Arrays.toString(array) says what is in it";
        };
    }
}

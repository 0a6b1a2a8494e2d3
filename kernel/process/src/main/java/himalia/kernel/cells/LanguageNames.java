package himalia.kernel.cells;

import java.util.Set;

/**
 * What classes of the language are called in the class of a cell: a class of the user's may have the simple name of one.
 *
 * @param hidden the names of the types that the class declares or imports
 */
record LanguageNames(Set<String> hidden) {
    String object() {
        return of("Object");
    }

    String throwable() {
        return of("Throwable");
    }

    private String of(String simple) {
        return hidden.contains(simple) ? "java.lang." + simple : simple;
    }
}

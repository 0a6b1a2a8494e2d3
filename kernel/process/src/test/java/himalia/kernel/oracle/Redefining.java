package himalia.kernel.oracle;

/** Which classes of snippets JShell redefines in place where their bodies alone changed; the rest it makes anew. */
enum Redefining {
    /** All, as JShell's own process does. */
    ALL,
    /** What names something that is declared anew, but not the class that is declared anew itself. */
    DEPENDANTS,
    /** None: only what JShell wraps variables and methods in, so that variables keep their values. */
    NONE;

    /** The system property that names one of them. */
    static final String PROPERTY = "himalia.oracle.redefining";

    /** Returns whether a class of a snippet may be redefined in place. */
    boolean inPlace() {
        return this != NONE;
    }

    /** Returns whether a class that is declared in other words is another class, whatever its bytes. */
    boolean declaredIsNew() {
        return this != ALL;
    }
}

package himalia.kernel.cells;

import himalia.javac.Javac;

/**
 * What the cells to be compiled find.
 *
 * @param javac the compiler
 * @param names what earlier cells declared
 * @param imports what they imported
 * @param around what there is beside
 */
record CompilerState(
        Javac javac, DeclarationRegistry names, UserImports imports, Surroundings around) {}

package himalia.kernel.cells;

import himalia.javac.Javac;
import java.util.Set;

/**
 * What the cells to be compiled find.
 *
 * @param javac the compiler
 * @param names what earlier cells declared
 * @param imports what they imported
 * @param beside the names of the types that the cell declares, also in parts that ran before
 * @param around what there is beside
 */
record CompilerState(
        Javac javac,
        DeclarationRegistry names,
        UserImports imports,
        Set<String> beside,
        Surroundings around) {}

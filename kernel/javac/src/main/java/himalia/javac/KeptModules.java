package himalia.javac;

import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.comp.Modules;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.Log;

/**
 * The compiler's modules, set up by its first task and kept for those after it: which there are follows from the options
 * and the place of the JDK, and both are the same for all tasks of one compiler. Setting them up takes longer than parsing a cell.
 *
 * <p>Kept is only what was set up without a word, for sources of the unnamed module.
 */
final class KeptModules extends Modules {
    private final Symtab symbols;
    private final Log log;
    private boolean kept;

    private KeptModules(Context context) {
        super(context);
        symbols = Symtab.instance(context);
        log = Log.instance(context);
    }

    /**
     * Sees to it that the modules of {@code context} are these, once they are made.
     *
     * @throws IllegalAccessError where the JVM does not open them to us
     */
    static void prepare(Context context) {
        if (context.get(Modules.class) == null) {
            Context.Factory<Modules> factory = KeptModules::new;
            context.put(Modules.class, factory);
        }
    }

    @Override
    public void initModules(List<JCCompilationUnit> sources) {
        boolean plain = sources.stream().allMatch(source -> source.getModuleDecl() == null);
        if (kept && plain) {
            sources.forEach(source -> source.modle = symbols.unnamedModule);
            return;
        }
        if (kept) {
            kept = false;
            newRound();
        }
        super.initModules(sources);
        kept =
                plain
                        && getDefaultModule() == symbols.unnamedModule
                        && log.nerrors == 0
                        && log.nwarnings == 0;
    }

    @Override
    public void newRound() {
        if (!kept) {
            super.newRound();
        }
    }
}

package himalia.javac;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.util.HashSet;
import java.util.Set;

/**
 * The compiler's table of symbols, which knows what it holds of one package, so that these can be forgotten without a
 * look at the thousands of others.
 *
 * <p>Each class that is ever entered is noted, not those that the package's scope lists: one that was only seen through
 * the attributes of another is in no scope, and would stay as an error.
 */
final class CellSymbols extends Symtab {
    private final Context context;
    private final Name packageName;
    private final Name within;
    private final Set<Name> entered = new HashSet<>();

    private CellSymbols(Context context, String packageName) {
        super(context);
        this.context = context;
        this.packageName = Names.instance(context).fromString(packageName);
        this.within = Names.instance(context).fromString(packageName + ".");
    }

    /** Sees to it that the table of {@code context} is one of these, once it is made. */
    static void prepare(Context context, String packageName) {
        if (context.get(symtabKey) == null) {
            Context.Factory<Symtab> factory = made -> new CellSymbols(made, packageName);
            context.put(symtabKey, factory);
        }
    }

    /** Forgets the package that {@link #prepare} named, and every class in it. */
    static void forget(Context context) {
        ((CellSymbols) instance(context)).forget();
    }

    @Override
    public ClassSymbol enterClass(ModuleSymbol module, Name name, TypeSymbol owner) {
        return noted(super.enterClass(module, name, owner));
    }

    @Override
    public ClassSymbol enterClass(ModuleSymbol module, Name flatName) {
        return noted(super.enterClass(module, flatName));
    }

    private ClassSymbol noted(ClassSymbol symbol) {
        // The constructor above enters some of the JDK, before there is a name to compare with.
        if (within != null && symbol.flatName().startsWith(within)) {
            entered.add(symbol.flatName());
        }
        return symbol;
    }

    private void forget() {
        var listed = getPackage(unnamedModule, packageName);
        if (listed == null || listed.members_field == null) {
            // None of its classes was looked for.
            return;
        }
        entered.forEach(name -> removeClass(unnamedModule, name));
        entered.clear();
        listed.members_field = null;
        listed.completer = ClassFinder.instance(context).getCompleter();
    }
}

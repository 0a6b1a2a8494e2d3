package himalia.transfer;

import himalia.model.SavedTypes;
import java.util.List;

/**
 * The records of this package that model files hold.
 *
 * <pre>{@code
 * new TransferTypes().types().contains(Transfer.class)   // true: its models can be saved
 * }</pre>
 */
public final class TransferTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(Transfer.class);
    }
}

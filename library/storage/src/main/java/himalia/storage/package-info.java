/**
 * Tables on disk: by row (CSV, JSON lines, Avro) and by column (Parquet, Arrow), read, written and converted. Between any
 * two formats rows travel as Arrow batches, so no file is ever whole in memory. Imports {@code himalia.display}, {@code himalia.table}, DuckDB,
 * Arrow, Avro.
 */
@NullMarked
package himalia.storage;

import org.jspecify.annotations.NullMarked;

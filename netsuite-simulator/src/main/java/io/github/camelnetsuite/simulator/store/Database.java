package io.github.camelnetsuite.simulator.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.Driver;

/**
 * One H2 database: a connection that may write, and any number that may only read. In memory; past some size in a
 * temporary directory, so that millions of rows do not fill the heap of the tests.
 */
public final class Database implements AutoCloseable {

    private static final String READER = "READER";

    /** Only the first connection, an administrator's, may bring settings. */
    private static final String SETTINGS =
            ";MODE=Oracle;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=131072;WRITE_DELAY=10000";

    private static final List<String> VISIBLE = List.of(
            "currency",
            "pricelevel",
            "subsidiary",
            "location",
            "customer",
            "vendor",
            "employee",
            "contact",
            "item",
            "pricing",
            "aggregateitemlocation",
            "transaction",
            "transactionline",
            "x_status");

    private final String url;
    private final String readerPassword = UUID.randomUUID().toString();
    private final Connection writer;
    private final Path directory;
    private final ConcurrentLinkedQueue<Connection> readers = new ConcurrentLinkedQueue<>();

    private Database(String url, Path directory) throws SQLException {
        this.url = url;
        this.directory = directory;
        this.writer = connect(url + SETTINGS, "ADMIN", UUID.randomUUID().toString());
    }

    /** An empty database with all tables. */
    public static Database create(boolean onDisk) {
        try {
            Path directory = onDisk ? Files.createTempDirectory("netsuite-simulator") : Path.of("");
            String place = onDisk ? "file:" + directory.resolve("data") : "mem:" + UUID.randomUUID();
            var database = new Database("jdbc:h2:" + place, directory);
            database.createTables();
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not start", e);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the simulator's data", e);
        }
    }

    /** The connection that may write; for one thread at a time. */
    Connection writer() {
        return writer;
    }

    /** Work on a connection that may only read. */
    @FunctionalInterface
    public interface Reading<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs a piece of reading on a connection of its own, as a user who has no other right. */
    public <T> T read(Reading<T> reading) throws SQLException {
        Connection connection = takeReader();
        try {
            return reading.on(connection);
        } finally {
            giveBack(connection);
        }
    }

    /** A connection that may only read and gives rows as they are read; to be {@linkplain #giveBack given back}. */
    public Connection takeReader() throws SQLException {
        Connection connection = readers.poll();
        if (connection == null) {
            connection = connect(url, READER, readerPassword);
            connection.setReadOnly(true);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LAZY_QUERY_EXECUTION TRUE");
            }
        }
        return connection;
    }

    public void giveBack(Connection reader) {
        readers.add(reader);
    }

    private void createTables() throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute(script());
            statement.execute("CREATE USER " + READER + " PASSWORD '" + readerPassword + "'");
            for (String table : VISIBLE) {
                statement.execute("GRANT SELECT ON " + table + " TO " + READER);
            }
        }
        writer.setAutoCommit(false);
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Database.class.getResourceAsStream("schema.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return Objects.requireNonNull(new Driver().connect(url, properties));
    }

    @Override
    public void close() {
        try {
            // H2 waits four seconds for a session whose last query was refused.
            for (Connection reader = readers.poll(); reader != null; reader = readers.poll()) {
                reader.close();
            }
            writer.rollback();
            try (var statement = writer.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
        } catch (SQLException e) {
            // It is gone already, which is what was wanted.
        }
        deleteFiles();
    }

    private void deleteFiles() {
        if (directory.toString().isEmpty()) {
            return;
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}

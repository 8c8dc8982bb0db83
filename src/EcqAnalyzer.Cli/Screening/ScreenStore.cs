using Microsoft.Data.Sqlite;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>
/// What was screened, in a SQLite database in the output folder: results by key, and for each file which results it had, in order.
/// A result is written in one transaction that is on the disk when it ends, so whatever stops the run costs at most the drafts in
/// hand. One run at a time: the file is locked as long as the process lives. Any thread may call.
/// </summary>
internal sealed class ScreenStore : IDisposable
{
    public const string FileName = "screen.db";

    private const int Version = 1;
    private const int Busy = 5;
    private const int Locked = 6;

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private ScreenStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Throws <see cref="UsageException"/> where another run is at work there, or the file is none of ours.</summary>
    public static ScreenStore Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            var store = new ScreenStore(connection);
            store.Prepare();
            return store;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw new UsageException(fault.SqliteErrorCode is Busy or Locked
                ? $"another run is at work in {folder}; wait for it, or give another folder with -o"
                : !File.Exists(path) ? $"cannot write {path}: nothing may be written there; give another place"
                : $"{path} cannot be used ({fault.Message.ReplaceLineEndings(" ")}); delete it, and every draft is read anew");
        }
    }

    /// <summary>The stored result; null where there is none.</summary>
    public byte[]? Find(string key) => Do(() =>
    {
        using var command = Command("SELECT result FROM results WHERE key = $key", ("$key", key));
        return (byte[]?)command.ExecuteScalar();
    });

    /// <summary>Keys of the results that a file had, the oldest first, and the formats of the reports that were written for
    /// each.</summary>
    public List<StoredVersion> FindVersions(string path) => Do(() =>
    {
        using var command = Command("SELECT key, reports FROM versions WHERE path = $path ORDER BY id", ("$path", path));
        using var rows = command.ExecuteReader();
        var versions = new List<StoredVersion>();
        while (rows.Read())
        {
            versions.Add(new StoredVersion(rows.GetString(0), rows.GetString(1).Split(',', StringSplitOptions.RemoveEmptyEntries)));
        }

        return versions;
    });

    /// <summary>Stores a result as the latest of a file. The reports that go with it are written before.</summary>
    public void Save(string path, string key, byte[] result, IEnumerable<string> reports) => Do(() =>
    {
        using var transaction = _connection.BeginTransaction();
        Run("INSERT INTO results(key, result) VALUES($key, $result) ON CONFLICT(key) DO UPDATE SET result = $result", ("$key", key), ("$result", result));
        Run("DELETE FROM versions WHERE path = $path AND key = $key", ("$path", path), ("$key", key));
        Run(
            "INSERT INTO versions(path, key, reports) VALUES($path, $key, $reports)",
            ("$path", path), ("$key", key), ("$reports", string.Join(',', reports)));
        transaction.Commit();
        return true;
    });

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    /// <summary>The log beside the file is written through at each commit; the lock is taken at once and kept.</summary>
    private void Prepare()
    {
        Run("PRAGMA locking_mode = EXCLUSIVE");
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        using (var version = Command("PRAGMA user_version"))
        {
            if ((long)version.ExecuteScalar()! > Version)
            {
                throw new UsageException($"{_connection.DataSource} was made by a newer version of ecq; use that one, or give another folder with -o");
            }
        }

        Run("BEGIN IMMEDIATE");
        Run("CREATE TABLE IF NOT EXISTS results(key TEXT PRIMARY KEY, result BLOB NOT NULL)");
        Run("CREATE TABLE IF NOT EXISTS versions(id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, key TEXT NOT NULL, reports TEXT NOT NULL, UNIQUE(path, key))");
        Run($"PRAGMA user_version = {Version}");
        Run("COMMIT");
    }

    /// <summary>A full disk, or a file that somebody else wrote into, is not the program's fault.</summary>
    private T Do<T>(Func<T> act)
    {
        lock (_gate)
        {
            try
            {
                return act();
            }
            catch (SqliteException fault)
            {
                throw new UsageException($"cannot go on with {_connection.DataSource}: {fault.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    private void Run(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(text, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

/// <summary>A result that a file had, and the formats of the reports that were written with it.</summary>
internal sealed record StoredVersion(string Key, string[] Reports);

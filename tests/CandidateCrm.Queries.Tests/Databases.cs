using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CandidateCrm.Queries.Tests;

/// <summary>A database in memory, and one on the server that <c>./test.sh</c> starts. Where there is no server, everything that needs it fails.</summary>
internal static class Databases
{
    private const string Variable = "CANDIDATECRM_POSTGRES";

    private static int _count;

    internal static PeopleContext Sqlite()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var context = new PeopleContext(new DbContextOptionsBuilder<PeopleContext>().UseSqlite(connection).Options);
        context.Database.EnsureCreated();
        return context;
    }

    internal static OwnTables OwnSqlite()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new OwnTables(connection, isPostgreSql: false);
    }

    internal static OwnTables OwnPostgreSql()
    {
        using var context = PostgreSql();
        var connection = new NpgsqlConnection(context.Database.GetConnectionString());
        connection.Open();
        return new OwnTables(connection, isPostgreSql: true);
    }

    internal static PeopleContext PostgreSql()
    {
        var connection = Environment.GetEnvironmentVariable(Variable);
        Assert.True(!string.IsNullOrEmpty(connection), $"{Variable} is not set: ./test.sh starts a server and says where it is.");
        var named = new NpgsqlConnectionStringBuilder(connection) { Database = $"people_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}", Pooling = true };
        var context = new PeopleContext(new DbContextOptionsBuilder<PeopleContext>().UseNpgsql(named.ConnectionString).Options);
        context.Database.EnsureDeleted();
        context.Database.EnsureCreated();
        return context;
    }


}

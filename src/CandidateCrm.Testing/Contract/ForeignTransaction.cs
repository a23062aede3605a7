using System.Data;
using System.Data.Common;

namespace CandidateCrm.Testing;

/// <summary>A transaction of no database: every store has to refuse it.</summary>
internal sealed class ForeignTransaction : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.Unspecified;

    protected override DbConnection? DbConnection => null;

    public override void Commit() => throw new NotSupportedException("A store never commits the host's transaction.");

    public override void Rollback() => throw new NotSupportedException("A store never rolls the host's transaction back.");
}

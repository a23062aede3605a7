namespace Quickstart.Import;

/// <summary>What can be wrong with a line.</summary>
internal enum FaultKind
{
    UnreadableLine,
    WrongColumns,
    BadCase,
    UnknownActivity,
    BadTimestamp,
    BadSequence,
    Duplicate,
    SequenceReused,
    OutOfOrder,
    BadResource,
    Refused,
    CaseWithoutEvents,
    CaseNotListed,
}

using CandidateCrm.Candidates;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;

namespace CandidateCrm.Tests.Tenants;

public sealed class RelationshipTurnsTests
{
    private static readonly RelationshipKey Anna = Histories.Anna;
    private static readonly RelationshipKey Ben = new(Anna.Tenant, CandidateId.From("ben"));
    private static readonly RelationshipKey AnnaElsewhere = new(TenantId.From("globex"), Anna.Candidate);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly RelationshipTurns _turns = new();

    [Fact]
    public async Task One_at_a_time_writes_a_relationship_first_come_first_served()
    {
        var order = new List<int>();
        var first = await _turns.EnterAsync(Anna, default);
        var waiting = Enumerable.Range(1, 5).Select(async i =>
        {
            using var turn = await _turns.EnterAsync(Anna, default);
            order.Add(i);
            await Task.Yield();
        }).ToArray();
        Assert.Empty(order);
        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal([1, 2, 3, 4, 5], order);
    }

    [Fact]
    public async Task Other_relationships_do_not_wait_also_those_of_another_tenant_under_the_same_id()
    {
        using var anna = await _turns.EnterAsync(Anna, default);
        var ben = _turns.EnterAsync(Ben, default);
        var elsewhere = _turns.EnterAsync(AnnaElsewhere, default);

        Assert.True(ben.IsCompletedSuccessfully && elsewhere.IsCompletedSuccessfully);
        (await ben).Dispose();
        (await elsewhere).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_keeps_nobody_waiting()
    {
        using var cancelled = new CancellationTokenSource();
        var first = await _turns.EnterAsync(Anna, default);
        var second = _turns.EnterAsync(Anna, cancelled.Token).AsTask();
        var third = _turns.EnterAsync(Anna, default).AsTask();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        first.Dispose();
        (await third.WaitAsync(Soon)).Dispose();

        Assert.True(IsFree(Anna));
    }

    [Fact]
    public async Task A_cancelled_call_takes_no_turn()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _turns.EnterAsync(Anna, new CancellationToken(canceled: true)));

        Assert.True(IsFree(Anna));
    }

    [Fact]
    public async Task Many_at_once_never_two_in_one_relationship_and_nothing_is_left_behind()
    {
        var keys = Enumerable.Range(0, 7).Select(i => new RelationshipKey(Anna.Tenant, CandidateId.From($"c{i}"))).ToArray();
        var inside = new int[keys.Length];
        var entered = new int[keys.Length];
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 200; n++)
            {
                var at = (writer + n) % keys.Length;
                using var givesUp = new CancellationTokenSource();
                var entering = _turns.EnterAsync(keys[at], givesUp.Token);
                if (n % 5 == 0)
                {
                    await givesUp.CancelAsync();
                }

                try
                {
                    using var turn = await entering;
                    Assert.Equal(1, Interlocked.Increment(ref inside[at]));
                    entered[at]++;
                    await Task.Yield();
                    Interlocked.Decrement(ref inside[at]);
                }
                catch (OperationCanceledException)
                {
                    // It gave up.
                }
            }
        }))).WaitAsync(Soon);

        Assert.InRange(entered.Sum(), 16 * 160, 16 * 200);
        Assert.All(keys, key => Assert.True(IsFree(key)));
    }

    [Fact]
    public void A_turn_that_nobody_waits_for_allocates_nothing()
    {
        TakeTurns(10_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TakeTurns(1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private bool IsFree(RelationshipKey key)
    {
        var turn = _turns.EnterAsync(key, default);
        if (turn.IsCompletedSuccessfully)
        {
            turn.Result.Dispose();
            return true;
        }

        return false;
    }

    private void TakeTurns(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var turn = _turns.EnterAsync(Anna, default);
            if (turn.IsCompletedSuccessfully)
            {
                turn.Result.Dispose();
            }
        }
    }
}

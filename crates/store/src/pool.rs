//! The store's own threads: a bounded number, each with its own connection, fed by two bounded queues. Clicks go before
//! the run, and the run never holds the last thread.

use std::cell::Cell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::connection::Worker;
use crate::{Priority, Result, StoreError};

/// A piece of work; it sends its own answer.
pub(crate) type Job = Box<dyn FnOnce(&mut Worker) + Send>;

pub(crate) struct Pool {
    shared: Arc<Shared>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

struct Shared {
    queues: Mutex<Queues>,
    wake: Condvar,
    clicks_max: usize,
    runs_max: usize,
    /// How many threads the run may hold at once.
    running_max: usize,
}

#[derive(Default)]
struct Queues {
    clicks: VecDeque<Job>,
    runs: VecDeque<Job>,
    running: usize,
    closed: bool,
}

thread_local! {
    /// The pool this thread works for (its address), so that a closure that waits for its own pool is refused
    /// instead of waiting for ever.
    static OWN_POOL: Cell<usize> = const { Cell::new(0) };
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Queues> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pool {
    /// Starts `threads` threads called `name`; each makes its worker on itself.
    pub(crate) fn start(
        name: &str,
        threads: usize,
        (clicks_max, runs_max): (usize, usize),
        worker: impl Fn() -> Worker + Send + Sync + 'static,
    ) -> Result<Self> {
        let threads = threads.max(1);
        let shared = Arc::new(Shared {
            queues: Mutex::default(),
            wake: Condvar::new(),
            clicks_max,
            runs_max,
            running_max: (threads - 1).max(1),
        });
        let worker = Arc::new(worker);
        let pool = Self { shared, threads: Mutex::default() };
        for _ in 0..threads {
            let (shared, worker) = (Arc::clone(&pool.shared), Arc::clone(&worker));
            let thread = std::thread::Builder::new()
                .name(name.to_owned())
                .spawn(move || work(&shared, worker()))
                .map_err(|error| StoreError::Config {
                    what: format!("cannot start a thread: {}", error.kind()),
                })?;
            pool.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
        }
        Ok(pool)
    }

    /// Queues a job.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when its queue is full or the pool is closing.
    pub(crate) fn submit(&self, priority: Priority, job: Job) -> Result<()> {
        let mut queues = self.shared.lock();
        if queues.closed {
            return Err(StoreError::Busy { what: "it is closing" });
        }
        let (queue, max, what) = match priority {
            Priority::Click => (&mut queues.clicks, self.shared.clicks_max, "too many requests are waiting"),
            Priority::Run => (&mut queues.runs, self.shared.runs_max, "too many chunks of a run are waiting"),
        };
        if queue.len() >= max {
            return Err(StoreError::Busy { what });
        }
        queue.push_back(job);
        drop(queues);
        self.shared.wake.notify_one();
        Ok(())
    }

    /// Whether the calling thread is one of this pool's.
    pub(crate) fn is_own_thread(&self) -> bool {
        OWN_POOL.with(Cell::get) == Arc::as_ptr(&self.shared) as usize
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.close();
    }
}

impl Pool {
    /// Lets the jobs that wait be done, then closes the connections on their own threads.
    pub(crate) fn close(&self) {
        self.shared.lock().closed = true;
        self.shared.wake.notify_all();
        let here = std::thread::current().id();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            if thread.thread().id() != here {
                let _ = thread.join();
            }
        }
    }
}

fn work(shared: &Arc<Shared>, mut worker: Worker) {
    OWN_POOL.with(|own| own.set(Arc::as_ptr(shared) as usize));
    loop {
        let mut queues = shared.lock();
        let (job, is_run) = loop {
            if let Some(job) = queues.clicks.pop_front() {
                break (job, false);
            }
            if queues.running < shared.running_max
                && let Some(job) = queues.runs.pop_front()
            {
                queues.running += 1;
                break (job, true);
            }
            if queues.closed {
                return;
            }
            queues = shared.wake.wait(queues).unwrap_or_else(PoisonError::into_inner);
        };
        drop(queues);
        // Closures of transactions are caught where they run; this is for what is left.
        let _ = catch_unwind(AssertUnwindSafe(|| job(&mut worker)));
        if is_run {
            shared.lock().running -= 1;
            shared.wake.notify_one();
        }
    }
}
